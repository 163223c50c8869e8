/** Command that was carried out on the map, with its undo and redo. */
export interface UndoableCommand {
  /** As the menu says it: "Hide SysCo". */
  label: string;
  /** False where it could not be undone: the command stays the next one to undo. */
  undo(): void | Promise<void> | Promise<boolean>;
  redo(): void | Promise<void> | Promise<boolean>;
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

/** The history after a step that could not be taken: the command is where it was before. */
export function withFailed(
  { past, future }: UndoHistory,
  command: UndoableCommand,
  which: "undo" | "redo",
): UndoHistory {
  const without = (list: readonly UndoableCommand[]) => list.filter((one) => one !== command);
  return which === "undo"
    ? { past: [...without(past), command], future: without(future) }
    : { past: without(past), future: [command, ...without(future)] };
}
