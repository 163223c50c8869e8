import { useEffect, useId, useSyncExternalStore } from "react";

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

/** What takes a text of the palette as facts to add. */
interface TextReader {
  /** Whether the text may be meant so. */
  reads(text: string): boolean;
  open(text: string): void;
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
  textReader: TextReader | null;
}

/** @param day undefined for today */
type DayChange = (day: string | undefined) => void;

// Registry: the palette is outside of the pages, and a page registers its commands while it is open.
let registry: CommandRegistry = {
  commands: [],
  editing: [],
  finder: null,
  locateTarget: null,
  changeDay: null,
  textReader: null,
};
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

const editingOf = new Map<string, readonly Command[]>();

/** Registers commands that change facts, on all pages; several components may. */
export function useRegisterEditing(commands: readonly Command[]): void {
  const id = useId();
  useEffect(() => {
    editingOf.set(id, commands);
    set({ editing: [...editingOf.values()].flat() });
    return () => {
      editingOf.delete(id);
      set({ editing: [...editingOf.values()].flat() });
    };
  }, [id, commands]);
}

/** Lets a text that is typed in the palette be read as facts; null where none can be added. */
export const setTextReader = (textReader: TextReader | null): void => set({ textReader });

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
