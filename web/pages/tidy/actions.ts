import type { TidyCheck } from "../../graphql/schema-types.ts";

export type TidyActionName = "keep" | "merge" | "end" | "renew" | "delete" | "open";

export interface TidyAction {
  does: TidyActionName;
  /** On the button. */
  word: string;
  keys: string;
  /** Beside the key, above the list. */
  hint: string;
  /** In the list of shortcuts. */
  label: string;
}

export const tidyActions: { readonly [D in TidyActionName]: TidyAction } = {
  merge: { does: "merge", hint: "merge", word: "Merge…", keys: "M", label: "Merge the two records" },
  renew: { does: "renew", hint: "renew", word: "Renew…", keys: "R", label: "Renew the agreement" },
  end: { does: "end", hint: "end", word: "End…", keys: "E", label: "End the fact" },
  delete: { does: "delete", hint: "delete", word: "Delete…", keys: "X", label: "Delete the record" },
  keep: { does: "keep", hint: "keep", word: "Keep", keys: "K", label: "Keep it as it is" },
  open: { does: "open", hint: "open", word: "Open", keys: "O", label: "Open the record on the map" },
};

const { merge, renew, end, delete: remove, keep, open } = tidyActions;

/** What can be done about the findings of each check; the likeliest first. */
export const actionsOf: { readonly [C in TidyCheck]: readonly TidyAction[] } = {
  POSSIBLE_DUPLICATE: [merge, keep, open],
  WITHDRAWN_STANDARD: [end, keep, open],
  EXPIRED_AGREEMENT: [renew, keep, open],
  AGED_FACT: [keep, end, open],
  ACTOR_WITHOUT_FACTS: [open, end, remove, keep],
};

/** What keeping says of the findings of a check. */
export const keepHelp: { readonly [C in TidyCheck]: string } = {
  POSSIBLE_DUPLICATE: "They are two; do not ask again",
  WITHDRAWN_STANDARD: "It stays adopted; do not ask again",
  EXPIRED_AGREEMENT: "It has ended; do not ask again",
  AGED_FACT: "It still holds; ask again in a year",
  ACTOR_WITHOUT_FACTS: "It stays as it is; do not ask again",
};
