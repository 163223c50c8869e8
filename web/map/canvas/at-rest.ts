import type { Core } from "cytoscape";

interface AtRest {
  /** Something has changed: acts when nothing more does for a while. */
  soon(): void;
  end(): void;
}

/**
 * Acts once the canvas has been left alone for so many milliseconds and no pointer holds it: what takes longer than a
 * frame is not done under a hand that pans.
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
  // Wherever on the screen it is let go.
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
