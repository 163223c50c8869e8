import { competitorWords } from "../../shared/words.ts";
import type { Tag } from "./tag.ts";

// What the change log says of tags: its counts alone would not tell which rival was meant.

/** The most that the API takes for a reason. */
const longest = 1_000;

/** What a tag says of its rival. */
export const tagSays = ({ type, label }: Pick<Tag, "type" | "label">): string =>
  type ? competitorWords[type] : (label ?? "");

export const whyTagged = (rival: string, says: Pick<Tag, "type" | "label">): string =>
  `${rival} is tagged “${tagSays(says)}”.`.slice(0, longest);

export const whyTakenBack = (rival: string, tag: Tag, reason: string): string =>
  `The tag “${tagSays(tag)}” of ${rival} is taken back${reason.trim() ? `: ${reason.trim()}` : "."}`.slice(0, longest);
