import { useRef, useState } from "react";

interface Props {
  records: readonly (readonly [id: string, name: string])[];
  onFocus(id: string | null): void;
  onSelect(id: string): void;
}

/**
 * What is on the map, for the keyboard and for screen readers: one stop of the Tab key, the arrow keys go through the
 * names, Enter opens. The record that has the focus is ringed on the canvas.
 */
export function NodeList({ records, onFocus, onSelect }: Props) {
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const current = Math.min(at, Math.max(0, records.length - 1));
  const go = (to: number) => {
    const next = Math.min(records.length - 1, Math.max(0, to));
    setAt(next);
    list.current?.querySelectorAll("button")[next]?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
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
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  return (
    <ul ref={list} className="map-unseen" aria-label="Records on the map" onKeyDown={onKeyDown}>
      {records.map(([id, name], i) => (
        <li key={id}>
          <button
            type="button"
            tabIndex={i === current ? 0 : -1}
            onFocus={() => {
              setAt(i);
              onFocus(id);
            }}
            onBlur={() => onFocus(null)}
            onClick={() => onSelect(id)}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
