import { useEffect, useSyncExternalStore } from "react";

/** Something that can be done from the command palette, and by its keys. */
export interface Command {
  name: string;
  label: string;
  /** Heading of its group. */
  group: string;
  /** As useHotkeys reads them: "mod+Z", "T". */
  keys?: string | undefined;
  run(): void;
}

/** What the open page knows of where records are. */
interface Finder {
  /** Why a record is not drawn; null when it is. */
  whyNot(id: string): string | null;
}

interface CommandRegistry {
  commands: readonly Command[];
  finder: Finder | null;
  /** A record that was asked for and is to be shown, once there is a map that can. */
  locateTarget: string | null;
  /** How the open page changes the date; null where the address alone says it. */
  changeDay: DayChange | null;
}

/** @param day undefined for today */
type DayChange = (day: string | undefined) => void;

// The palette is outside of the pages; a page registers its commands while it is open.
let registry: CommandRegistry = { commands: [], finder: null, locateTarget: null, changeDay: null };
const listeners = new Set<() => void>();

function set(change: Partial<CommandRegistry>): void {
  registry = { ...registry, ...change };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useCommandRegistry = (): CommandRegistry => useSyncExternalStore(subscribe, () => registry);

/** Asks that a record be shown on the map. */
export const locate = (id: string | null): void => set({ locateTarget: id });

/** Offers a page's commands for as long as it is open. */
export function useRegisterCommands(commands: readonly Command[], finder: Finder | null = null): void {
  useEffect(() => set({ commands, finder }), [commands, finder]);
  useEffect(() => () => set({ commands: [], finder: null, locateTarget: null }), []);
}

/** Offers the page's own way to change the date, as one that can be undone is, for as long as it is open. */
export function useRegisterDayChange(changeDay: DayChange): void {
  useEffect(() => set({ changeDay }), [changeDay]);
  useEffect(() => () => set({ changeDay: null }), []);
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Commands of which every word of the text begins a word; what a record may be called holds few of those. */
export function matching(commands: readonly Command[], text: string): Command[] {
  const asked = wordsOf(text);
  return commands.filter(({ label, group }) => {
    const words = wordsOf(`${group} ${label}`);
    return asked.every((part) => words.some((word) => word.startsWith(part)));
  });
}

/** Whether a key pressed there writes or chooses something, so that it is no command. A box that is ticked takes no letters. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== "checkbox" && target.type !== "radio";
  return target.isContentEditable || target.tagName === "TEXTAREA" || target.tagName === "SELECT";
}
