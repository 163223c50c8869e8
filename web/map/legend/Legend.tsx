import { useMemo } from "react";
import type { Scene } from "../model/scene.ts";
import type { LensName } from "../model/search-params/display-search.ts";
import { LegendSample } from "./LegendSample.tsx";
import { legendOf } from "./legend.ts";
import type { LegendItem } from "./legend-part.ts";

interface Props {
  lens: LensName;
  scene: Scene;
  scheme: "light" | "dark";
  /** Whether it is initially expanded: where there is room for it. */
  open: boolean;
  onToggle(open: boolean): void;
}

/** Two columns for many short entries. */
const isLong = (items: readonly LegendItem[]) =>
  items.length > 4 &&
  items.every(({ label, sample }) => label.length < ("look" in sample && sample.type === "edge" ? 17 : 22));

/** Legend of what is on the screen, and nothing else. */
export function Legend({ lens, scene, scheme, open, onToggle }: Props) {
  const parts = useMemo(() => legendOf(lens, scene), [lens, scene]);
  if (parts.length === 0) return null;
  return (
    <details
      className="map-legend"
      open={open}
      onToggle={(event) => {
        // Also said of what a panel has opened or closed: only the reader's own choice is remembered.
        if (event.currentTarget.open !== open) onToggle(event.currentTarget.open);
      }}
    >
      <summary>Legend</summary>
      {parts.map((part) => (
        <section key={part.title} aria-label={part.title} data-long={isLong(part.items) || undefined}>
          <p className="map-legend-title">{part.title}</p>
          <ul>
            {part.items.map((item) => (
              <li key={item.key}>
                <LegendSample sample={item.sample} scheme={scheme} />
                {item.label}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
