import type { Grouping } from "../search-params/style-search.ts";

export const groupingWords: Record<Grouping, string> = {
  kind: "Kind",
  label: "Label",
  activity: "Activity",
  community: "Community",
  initiative: "Initiative",
  ownership: "Ownership",
};
