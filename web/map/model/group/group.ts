/** Group of nodes that are outlined together, and that can be collapsed into one. */
export interface Group {
  /** As in the URL; unique within the grouping and independent of filters. */
  name: string;
  /** Display name. */
  label: string;
  /** Node ids; groups may overlap. */
  members: readonly string[];
}
