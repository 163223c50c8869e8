import type { DimensionKind, RecordKind } from "../../graphql/schema-types.ts";

/** Name of the grid of all records of a kind, in the address. */
export const plainGridName = (kind: RecordKind): string => `all-${kind.toLowerCase().replaceAll("_", "-")}`;

export interface GridPlaceSearch {
  grid: string;
  /** Keys of the row and the column that are shown first. */
  row?: string;
  column?: string;
}

/**
 * The cell that answers an open question.
 * @param key of the item of the dimension; "*" where it has no items yet
 */
export function placeOfQuestion(dimension: DimensionKind, key: string): GridPlaceSearch {
  const isItem = key !== "*";
  const [first = "", second = ""] = key.split(">");
  switch (dimension) {
    case "BOUNDARIES":
      return isItem ? { grid: "activities", column: key } : { grid: plainGridName("ACTIVITIES") };
    case "EXPECTATIONS":
      return isItem ? { grid: "topics", column: key } : { grid: plainGridName("TOPICS") };
    case "STANDARDS":
      return isItem ? { grid: "standards" } : { grid: plainGridName("INTERFACES") };
    case "INSTALLED_BASE":
    case "CONTROL_SYSTEMS":
      return { grid: "installations", ...(isItem && { row: `new of ${key}` }) };
    case "DATA_SHARING":
      return { grid: "data-sharing", ...(second && { row: second, column: `${first} security` }) };
    case "JOINT_DEVELOPMENT":
      return { grid: plainGridName("INITIATIVES") };
  }
}
