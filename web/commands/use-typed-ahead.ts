import { useEffect } from "react";
import { isTyping } from "./command-registry.ts";

/**
 * Type-ahead: letters typed while a text box is opening, before it has the focus, belong to the box and are not
 * shortcuts of the page behind it.
 */
export function useTypedAhead(isOpening: () => boolean, onLetter: (letter: string) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isOpening() || isTyping(event.target)) return;
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      onLetter(event.key);
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [isOpening, onLetter]);
}
