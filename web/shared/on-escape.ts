import type { KeyboardEvent } from "react";
import { isComposing } from "./is-composing.ts";

/** Leaves a form on Escape, which goes no further: what stands around the form stays open. */
export const onEscape =
  (leave: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || isComposing(event)) return;
    event.stopPropagation();
    leave();
  };
