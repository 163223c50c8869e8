/** Group of nodes that are outlined together, and that can be collapsed into one. */
export interface Group {
  /** As the URL has it; unique within the grouping, and the same whatever is filtered. */
  name: string;
  /** As people read it. */
  label: string;
  /** Node ids; two groups may share some. */
  members: readonly string[];
}
