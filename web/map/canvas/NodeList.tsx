import { useEffect, useRef, useState } from "react";

interface Props {
  records: readonly (readonly [id: string, name: string])[];
  /** Records selected together. */
  many: readonly string[];
  /** Kind and main facts of a record, read after its name. */
  describe?: ((id: string) => string) | undefined;
  onFocus(id: string | null): void;
  onSelect(id: string): void;
  onToggle(id: string): void;
  onMenu(id: string): void;
}

/** The Menu key, and its substitute on keyboards without one. */
export const asksForMenu = (event: { key: string; shiftKey: boolean }): boolean =>
  event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);

/** Windowing: only this many names before and after the current one are rendered, since a list of thousands is slow. */
const reach = 60;

/**
 * Accessible list of what is on the map, for the keyboard and for screen readers: one tab stop, arrow keys move through
 * the names, Enter opens, Space selects several, Shift+F10 opens the menu. The focused record is ringed on the canvas.
 */
export function NodeList({ records, many, describe, onFocus, onSelect, onToggle, onMenu }: Props) {
  const [at, setAt] = useState(0);
  const wanted = useRef<number>(undefined);
  const list = useRef<HTMLUListElement>(null);
  const current = Math.min(at, Math.max(0, records.length - 1));
  const first = Math.max(0, current - reach);
  const shown = records.slice(first, current + reach + 1);
  const go = (to: number) => {
    const next = Math.min(records.length - 1, Math.max(0, to));
    wanted.current = next;
    setAt(next);
  };
  useEffect(() => {
    if (wanted.current !== current) return;
    wanted.current = undefined;
    list.current?.querySelector<HTMLButtonElement>("button[tabindex='0']")?.focus();
  });
  const onKeyDown = (event: React.KeyboardEvent) => {
    const record = records[current]?.[0];
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowRight: current + 1,
      ArrowUp: current - 1,
      ArrowLeft: current - 1,
      PageDown: current + 10,
      PageUp: current - 10,
      Home: 0,
      End: records.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) go(to);
    else if (record && event.key === " ") onToggle(record);
    else if (record && asksForMenu(event)) onMenu(record);
    else return;
    event.preventDefault();
  };
  return (
    <ul ref={list} className="unseen" aria-label="Records on the map" onKeyDown={onKeyDown}>
      {shown.map(([id, name], i) => {
        const facts = describe?.(id);
        return (
          <li key={id} aria-setsize={records.length} aria-posinset={first + i + 1}>
            <button
              type="button"
              tabIndex={first + i === current ? 0 : -1}
              aria-pressed={many.includes(id)}
              aria-keyshortcuts="Enter Space Shift+F10"
              onFocus={() => {
                setAt(first + i);
                onFocus(id);
              }}
              onBlur={() => onFocus(null)}
              onClick={() => onSelect(id)}
              onContextMenu={(event) => event.preventDefault()}
            >
              {facts ? `${name}, ${facts}` : name}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
