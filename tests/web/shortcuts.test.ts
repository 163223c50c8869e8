import { describe, expect, test } from "vitest";
import { matchesKeys, type PressedKeys } from "../../web/commands/matches-keys.ts";

const press = (key: string, code: string, modifiers = ""): PressedKeys => ({
  key,
  code,
  ctrlKey: modifiers.includes("ctrl") || modifiers.includes("altgr"),
  metaKey: modifiers.includes("meta"),
  altKey: modifiers.includes("alt"),
  shiftKey: modifiers.includes("shift"),
  getModifierState: (name) => name === "AltGraph" && modifiers.includes("altgr"),
});

describe("a shortcut is pressed by what is typed, or by the physical key", () => {
  test.each([
    ["a German keyboard types / with Shift and 7", "/", press("/", "Digit7", "shift")],
    ["a French keyboard types 2 with Shift and é", "2", press("2", "Digit2", "shift")],
    ["and its é is the key of the 2", "2", press("é", "Digit2")],
    ["a Cyrillic layout has K where Л is", "mod+K", press("л", "KeyK", "ctrl")],
    ["and Z where Я is", "mod+Z", press("я", "KeyZ", "ctrl")],
    ["an Arabic layout types two letters with the key of the B", "B", press("لا", "KeyB")],
    ["with Shift too", "mod+shift+Z", press("Я", "KeyZ", "ctrl shift")],
    ["and another sign with the key of the ?", "shift+?", press("؟", "Slash", "shift")],
    ["a letter with the key of the /", "/", press("ظ", "Slash")],
    ["a single letter", "F", press("а", "KeyF")],
    ["a German keyboard types ? with Shift and ß", "shift+?", press("?", "Minus", "shift")],
    ["a German keyboard types Z where Y is on an English one", "mod+Z", press("z", "KeyY", "ctrl")],
    ["with the command key", "mod+K", press("k", "KeyK", "meta")],
    ["with Caps Lock on", "F", press("F", "KeyF")],
    ["a key with a name", "Escape", press("Escape", "Escape")],
    ["a sign that AltGr types", "/", press("/", "KeyQ", "altgr")],
  ])("%s", (_, keys, event) => expect(matchesKeys(keys, event)).toBe(true));

  test.each([
    ["another letter is typed there: W is no Z on a French keyboard", "mod+Z", press("w", "KeyZ", "ctrl")],
    ["a letter with Shift is another shortcut", "F", press("F", "KeyF", "shift")],
    ["redo is no undo", "mod+Z", press("z", "KeyZ", "ctrl shift")],
    ["a letter with Ctrl is no single key", "F", press("f", "KeyF", "ctrl")],
    ["Alt belongs to the browser's menus", "F", press("f", "KeyF", "alt")],
    ["7 is typed where / would need Shift", "/", press("7", "Digit7")],
  ])("not: %s", (_, keys, event) => expect(matchesKeys(keys, event)).toBe(false));
});
