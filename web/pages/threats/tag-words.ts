import { competitorWords } from "../../shared/words.ts";
import type { Tag } from "./tag.ts";

// Reasons for the change log: its counts alone would not name the rival.

/** Length limit of a reason in the API. */
const maxReason = 1_000;

/** Text of a tag: its type or its label. */
export const tagText = ({ type, label }: Pick<Tag, "type" | "label">): string =>
  type ? competitorWords[type] : (label ?? "");

const withReason = (what: string, reason: string): string =>
  `${what}${reason.trim() ? `: ${reason.trim()}` : "."}`.slice(0, maxReason);

/** @param reason what the person typed, may be empty */
export const whyTagged = (rival: string, says: Pick<Tag, "type" | "label">, reason: string): string =>
  withReason(`Tagged ${rival} as “${tagText(says)}”`, reason);

export const whyRemoved = (rival: string, tag: Tag, reason: string): string =>
  withReason(`Removed the tag “${tagText(tag)}” from ${rival}`, reason);
