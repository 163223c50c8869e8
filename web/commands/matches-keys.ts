/** Keys of an event that shortcuts look at. */
export type PressedKeys = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"> & {
  getModifierState?(name: string): boolean;
};

/** A sign that a keyboard of Latin letters types, or a named key. An Arabic layout types two letters with one key. */
const isPlain = (typed: string) => (typed.length > 1 ? /^[a-z][a-z0-9]+$/.test(typed) : typed >= " " && typed <= "~");
const isLetter = (typed: string) => /^[a-z]$/.test(typed);

/**
 * Whether an event presses the keys of a shortcut, such as "mod+Z" or "/". By what is typed, wherever a layout has it: "/" is
 * Shift and 7 on a German keyboard, "2" is Shift and é on a French one. Where the key types nothing that a shortcut could
 * mean, as on a Cyrillic layout, by the physical key.
 */
export function matchesKeys(keys: string, event: PressedKeys): boolean {
  const parts = keys.toLowerCase().split(/(?<=.)\+/);
  const key = parts.pop()!;
  const wantsShift = parts.includes("shift");
  if ((event.ctrlKey || event.metaKey) !== parts.includes("mod")) {
    // AltGr is reported as Ctrl and Alt: what it types counts.
    if (!event.getModifierState?.("AltGraph")) return false;
  } else if (event.altKey && !event.getModifierState?.("AltGraph")) return false;
  const typed = event.key.toLowerCase();
  if (isPlain(typed)) {
    if (typed !== key) return false;
    // Of signs and digits Shift is part of how they are typed; of letters and named keys it is another shortcut.
    return (typed.length === 1 && !isLetter(typed)) || event.shiftKey === wantsShift;
  }
  return event.shiftKey === wantsShift && event.code.toLowerCase() === physicalKey(key);
}

/** Where most layouts have them: an Arabic one types other signs there. */
const keysOfSigns: Readonly<Record<string, string>> = { "/": "slash", "?": "slash" };
const physicalKey = (key: string) =>
  isLetter(key) ? `key${key}` : /^\d$/.test(key) ? `digit${key}` : (keysOfSigns[key] ?? key);
