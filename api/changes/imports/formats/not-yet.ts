import { unreadable } from "../issue.ts";
import type { Format } from "./format.ts";

/** Unsupported formats, which the API names but cannot read: a file is refused with what can be imported instead. */
const notYet = <const Name extends string>(name: Name, title: string) =>
  ({
    name,
    description: `${title}: not supported yet.`,
    endings: [`.${title.toLowerCase()}`],
    read: () => {
      throw unreadable("", `${title} files cannot be imported yet. Use an ecosystem document or a landscape.yml.`);
    },
  }) satisfies Format;

export const csv = notYet("CSV", "CSV");
export const graphml = notYet("GRAPHML", "GraphML");
