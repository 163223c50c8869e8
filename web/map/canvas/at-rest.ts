import type { Core } from "cytoscape";

interface AtRest {
  /** Debounce: each call restarts the wait. */
  soon(): void;
  end(): void;
}

/**
 * Runs an action once the canvas has been idle for so many milliseconds and no pointer is pressed: work that takes
 * longer than a frame must not interrupt panning.
 */
export function atRest(cy: Core, millis: number, act: () => void): AtRest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waits = false;
  const holding = new Set<number>();
  const ended = new AbortController();
  const soon = () => {
    clearTimeout(timer);
    waits = true;
    if (holding.size === 0) timer = setTimeout(begin, millis);
  };
  const begin = () => {
    waits = false;
    act();
  };
  const release = ({ pointerId }: PointerEvent) => {
    if (holding.delete(pointerId) && waits) soon();
  };
  cy.container()?.addEventListener(
    "pointerdown",
    ({ pointerId }) => {
      holding.add(pointerId);
      clearTimeout(timer);
    },
    ended,
  );
  // Anywhere on the screen, since the pointer may be released outside the canvas.
  window.addEventListener("pointerup", release, ended);
  window.addEventListener("pointercancel", release, ended);
  return {
    soon,
    end() {
      clearTimeout(timer);
      ended.abort();
    },
  };
}
