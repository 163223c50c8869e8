/** One thing that a person did on the map, and how it is undone back and pushed again. */
export interface UndoableCommand {
  /** As the menu says it: "Hide SysCo". */
  label: string;
  undo(): void | Promise<void>;
  redo(): void | Promise<void>;
}

export interface Commands {
  past: readonly UndoableCommand[];
  future: readonly UndoableCommand[];
}

export const noCommands: Commands = { past: [], future: [] };
const maxKept = 200;

/** A new command ends the future that was undone. */
export const pushed = ({ past }: Commands, command: UndoableCommand): Commands => ({
  past: [...past, command].slice(-maxKept),
  future: [],
});

/** The history after taking back the last command, and that command; null when there is none. */
export function undone({ past, future }: Commands): { history: Commands; command: UndoableCommand } | null {
  const command = past.at(-1);
  return command ? { command, history: { past: past.slice(0, -1), future: [command, ...future] } } : null;
}

/** The history after doing the last undone command again, and that command; null when there is none. */
export function redone({ past, future }: Commands): { history: Commands; command: UndoableCommand } | null {
  const command = future[0];
  return command ? { command, history: { past: [...past, command], future: future.slice(1) } } : null;
}
