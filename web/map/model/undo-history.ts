/** One thing that a person did on the map, and how it is taken back and done again. */
export interface Deed {
  /** As the menu says it: "Hide SysCo". */
  label: string;
  undo(): void | Promise<void>;
  redo(): void | Promise<void>;
}

export interface History {
  past: readonly Deed[];
  future: readonly Deed[];
}

export const noHistory: History = { past: [], future: [] };
const mostKept = 200;

/** A new deed ends the future that was undone. */
export const done = ({ past }: History, deed: Deed): History => ({
  past: [...past, deed].slice(-mostKept),
  future: [],
});

/** The history after taking back the last deed, and that deed; null when there is none. */
export function taken({ past, future }: History): { history: History; deed: Deed } | null {
  const deed = past.at(-1);
  return deed ? { deed, history: { past: past.slice(0, -1), future: [deed, ...future] } } : null;
}

/** The history after doing the last undone deed again, and that deed; null when there is none. */
export function repeated({ past, future }: History): { history: History; deed: Deed } | null {
  const deed = future[0];
  return deed ? { deed, history: { past: [...past, deed], future: future.slice(1) } } : null;
}
