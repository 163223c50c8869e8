import { enumTable, type ValueOf } from "../../../cypher/model/enum-table.ts";

/** Sources of an extent, in order of precedence. Source: docs/model.md, section 2. */
export const extentSources = enumTable(
  "ExtentSource",
  "Where the extent of an actor in an activity comes from: the first that there is.",
  {
    ASSESSMENT: { word: "Our assessment", description: "Our own assessment." },
    OWN: { word: "Own claim", description: "The actor's own claim." },
    OTHERS: { word: "Others' claims", description: "The mean of the others' claims about it." },
    OFFERING: {
      word: "Offering",
      description: "An offering of it: it does this, and nothing says how far. The extent counts one half.",
    },
  },
);

export type ExtentSource = ValueOf<typeof extentSources>;
