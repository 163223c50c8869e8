import type { Fields } from "../../../changes/record-edits.ts";
import type { Gesture } from "./gesture.ts";

/** A gesture whose form was being filled in. */
export interface KeptGesture {
  gesture: Gesture;
  fields: Fields;
  /** Whether a reload opens it again: it was not left. */
  isOpen: boolean;
}

/** Name under which what is typed is kept: one form is open at a time. */
export const draftOfGestures = (ecosystem: string): string => `${ecosystem} on the map`;
