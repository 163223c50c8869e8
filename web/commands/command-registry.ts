import { useEffect, useSyncExternalStore } from "react";

/** A command of the palette, with its keys. */
export interface Command {
  name: string;
  label: string;
  /** Heading of its group. */
  group: string;
  /** In the syntax of useHotkeys: "mod+Z", "T". */
  keys?: string | undefined;
  run(): void;
}

/** What the open page knows about the location of records. */
interface Finder {
  /** Reason why a record is not drawn; null when it is. */
  whyNot(id: string): string | null;
}

interface CommandRegistry {
  /** Those of the open page. */
  commands: readonly Command[];
  /** Those of all pages of an ecosystem, for a person who may change it. */
  editing: readonly Command[];
  finder: Finder | null;
  /** Record to show once a map is open that can. */
  locateTarget: string | null;
  /** How the open page changes the date; null where only the URL does. */
  changeDay: DayChange | null;
}

/** @param day undefined for today */
type DayChange = (day: string | undefined) => void;

// Registry: the palette is outside of the pages, and a page registers its commands while it is open.
let registry: CommandRegistry = { commands: [], editing: [], finder: null, locateTarget: null, changeDay: null };
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

/** Requests that a record is shown on the map. */
export const locate = (id: string | null): void => set({ locateTarget: id });

/** Registers a page's commands while it is open. */
export function useRegisterCommands(commands: readonly Command[], finder: Finder | null = null): void {
  useEffect(() => set({ commands, finder }), [commands, finder]);
  useEffect(() => () => set({ commands: [], finder: null, locateTarget: null }), []);
}

/** Registers the commands that change facts, on all pages. */
export function useRegisterEditing(editing: readonly Command[]): void {
  useEffect(() => set({ editing }), [editing]);
  useEffect(() => () => set({ editing: [] }), []);
}

/** Registers the page's own way to change the date, which can be undone, while it is open. */
export function useRegisterDayChange(changeDay: DayChange): void {
  useEffect(() => set({ changeDay }), [changeDay]);
  useEffect(() => () => set({ changeDay: null }), []);
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Commands in which each word of the text begins a word. */
export function matching(commands: readonly Command[], text: string): Command[] {
  const asked = wordsOf(text);
  return commands.filter(({ label, group }) => {
    const words = wordsOf(`${group} ${label}`);
    return asked.every((part) => words.some((word) => word.startsWith(part)));
  });
}

/**
 * Whether a key pressed there writes or selects something, so that it is not a shortcut. A checkbox takes no letters.
 */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== "checkbox" && target.type !== "radio";
  return target.isContentEditable || target.tagName === "TEXTAREA" || target.tagName === "SELECT";
}
