import type { TidyItem } from "./tidy.graphql.ts";

/** Tells an item from every other one. */
export const keyOf = ({ check, subject }: Pick<TidyItem, "check" | "subject">): string => `${check} ${subject}`;
