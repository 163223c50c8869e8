import { enumTable, type ValueOf } from "../enum-table.ts";

export const tidyChecks = enumTable("TidyCheck", "What can be found that wants tidying.", {
  POSSIBLE_DUPLICATE: {
    word: "Possible duplicates",
    description: "Two records that may be one: by name, other names, legal form, web domain, code or address.",
  },
  WITHDRAWN_STANDARD: {
    word: "Withdrawn standards",
    description: "An actor still adopts a standard that has been withdrawn.",
  },
  EXPIRED_AGREEMENT: {
    word: "Expired agreements",
    description: "An agreement on data has ended, and no other one of the same two has followed.",
  },
  AGED_FACT: {
    word: "Aged facts",
    description: "A fact on which coherence rests, and of which nothing newer than a year is recorded.",
  },
  ACTOR_WITHOUT_FACTS: {
    word: "Actors without facts",
    description: "An actor to which no fact refers.",
  },
});

export type TidyCheck = ValueOf<typeof tidyChecks>;
