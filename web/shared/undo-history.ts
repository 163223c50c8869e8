/** Command that was carried out on the map, with its undo and redo. */
export interface UndoableCommand {
  /** As the menu says it: "Hide SysCo". */
  label: string;
  undo(): void | Promise<void>;
  redo(): void | Promise<void>;
}

export interface UndoHistory {
  past: readonly UndoableCommand[];
  future: readonly UndoableCommand[];
}

export const noHistory: UndoHistory = { past: [], future: [] };
const maxKept = 200;

/** A new command clears the redo stack. */
export const pushed = ({ past }: UndoHistory, command: UndoableCommand): UndoHistory => ({
  past: [...past, command].slice(-maxKept),
  future: [],
});

interface Step {
  history: UndoHistory;
  command: UndoableCommand;
}

/** The history after undoing the last command, and that command; null when there is none. */
export function undone({ past, future }: UndoHistory): Step | null {
  const command = past.at(-1);
  return command ? { command, history: { past: past.slice(0, -1), future: [command, ...future] } } : null;
}

/** The history after redoing the last undone command, and that command; null when there is none. */
export function redone({ past, future }: UndoHistory): Step | null {
  const command = future[0];
  return command ? { command, history: { past: [...past, command], future: future.slice(1) } } : null;
}
