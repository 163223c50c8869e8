import { unreadable } from "../issue.ts";
import type { TableFormat } from "./format.ts";

/** Unsupported formats, which the API names but cannot read: a file is refused with what can be imported instead. */
const notYet = <const Name extends string>(name: Name, title: string) =>
  ({
    name,
    description: `${title}: not supported yet.`,
    endings: [`.${title.toLowerCase()}`],
    sheets: () => {
      throw unreadable(
        "",
        `${title} files cannot be imported yet. Use an ecosystem document, a table or a landscape.yml.`,
      );
    },
  }) satisfies TableFormat;

export const graphml = notYet("GRAPHML", "GraphML");
