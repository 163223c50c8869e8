import { competitorWords } from "../../shared/words.ts";
import type { Tag } from "./tag.ts";

// Reasons for the change log: its counts alone would not name the rival.

/** Length limit of a reason in the API. */
const maxReason = 1_000;

/** Text of a tag: its type or its label. */
export const tagText = ({ type, label }: Pick<Tag, "type" | "label">): string =>
  type ? competitorWords[type] : (label ?? "");

export const whyTagged = (rival: string, says: Pick<Tag, "type" | "label">): string =>
  `Tagged ${rival} as “${tagText(says)}”.`.slice(0, maxReason);

export const whyRemoved = (rival: string, tag: Tag, reason: string): string =>
  `Removed the tag “${tagText(tag)}” from ${rival}${reason.trim() ? `: ${reason.trim()}` : "."}`.slice(0, maxReason);
