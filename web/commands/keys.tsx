import { Kbd } from "@mantine/core";

const isMac = () => /Mac|iP(hone|ad)/.test(navigator.platform);
const names: Record<string, () => string> = {
  mod: () => (isMac() ? "⌘" : "Ctrl"),
  shift: () => (isMac() ? "⇧" : "Shift"),
  alt: () => (isMac() ? "⌥" : "Alt"),
};

/** "shift+?" is one key to the reader: the sign that it writes. */
const keyNames = (keys: string): string[] =>
  keys
    .replace(/^shift\+(?=[^a-z0-9]$)/i, "")
    .split(/(?<=.)\+/)
    .map((key) => names[key.toLowerCase()]?.() ?? key);

export function Keys({ keys }: { keys: string }) {
  return (
    <span className="keys">
      {keyNames(keys).map((key) => (
        <Kbd key={key} size="xs">
          {key}
        </Kbd>
      ))}
    </span>
  );
}
