import { useEffect, useMemo, useRef } from "react";
import { type Command, useRegisterCommands } from "../../commands/command-registry.ts";
import type { RivalAction } from "./rival-action.ts";

/** Keys that act on the row of a rival; the list of shortcuts and the hint above the rows are drawn from them. */
export const rivalKeys = [
  { keys: "J", hint: "next", label: "Next rival" },
  { keys: "K", hint: "previous", label: "Previous rival" },
  { keys: "E", hint: "evidence", label: "Show the evidence of the rival", does: "evidence" },
  { keys: "T", hint: "tag", label: "Tag the rival", does: "tag" },
  { keys: "R", hint: "respond", label: "Respond to a move of the rival", does: "response" },
  { keys: "M", hint: "log a move", label: "Log a move of the rival", does: "move" },
] as const satisfies readonly { keys: string; hint: string; label: string; does?: RivalAction }[];

/** Those that a person may use: a reader changes nothing. */
export const keysFor = (mayEdit: boolean) =>
  rivalKeys.filter((row) => mayEdit || !("does" in row) || row.does === "evidence");

const rowOf = (key: string | null) =>
  key === null ? null : document.querySelector<HTMLElement>(`[data-rival="${CSS.escape(key)}"] > details > summary`);

/** Moves the focus to the row of a rival, whatever is open in it. */
export const focusRival = (key: string): void => rowOf(key)?.focus();

/**
 * Registers the keys of the rivals' rows. They act on the row that has the focus, or had it last.
 * @param rivals keys of the rivals, in their order on screen
 */
export function useRivalKeys(
  rivals: readonly string[],
  mayEdit: boolean,
  act: (rival: string, does: RivalAction) => void,
): void {
  const last = useRef<string | null>(null);
  const latest = useRef({ rivals, act });
  latest.current = { rivals, act };
  useEffect(() => {
    const note = () => {
      last.current = focusedRival() ?? last.current;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  const commands = useMemo(() => {
    const current = () => focusedRival() ?? last.current;
    const step = (by: number) => {
      const { rivals } = latest.current;
      const at = rivals.indexOf(current() ?? "");
      const next = at < 0 ? rivals[0] : rivals[Math.min(rivals.length - 1, Math.max(0, at + by))];
      if (next !== undefined) focusRival(next);
    };
    return keysFor(mayEdit).map((row): Command => {
      const run = () => {
        if (!("does" in row)) return step(row.keys === "J" ? 1 : -1);
        // A move that has the focus is responded to in its own place.
        if (row.does === "response" && respondToFocusedMove()) return;
        const { rivals, act } = latest.current;
        const rival = rivals.includes(current() ?? "") ? current() : rivals[0];
        if (rival) act(rival, row.does);
      };
      return { name: `rival ${row.keys}`, label: row.label, group: "Rivals", keys: row.keys, run };
    });
  }, [mayEdit]);
  useRegisterCommands(commands);
}

const focusedRival = (): string | null =>
  document.activeElement?.closest<HTMLElement>("[data-rival]")?.dataset.rival ?? null;

function respondToFocusedMove(): boolean {
  const button = document.activeElement?.closest("[data-move]")?.querySelector<HTMLElement>("button[data-respond]");
  button?.click();
  return Boolean(button);
}
