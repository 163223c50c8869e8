import { Button, CloseButton } from "@mantine/core";
import { useEffect, useState } from "react";
import { locate, useCommandRegistry } from "../../commands/command-registry.ts";
import { pulse } from "../../map/canvas/centre.ts";
import { absenceOf } from "../../map/model/focus/absence.ts";
import { isCollapsedGroup } from "../../map/model/group/collapsed-groups.ts";
import { labelOf } from "./labels.ts";
import { useMap } from "./map-context.ts";

/** Delay for nodes to reach their places. */
const settleMillis = 380;

/** Locates a record from the search; when it is not drawn, says why and offers to draw it. */
export function LocateNotice() {
  const map = useMap();
  const { locateTarget } = useCommandRegistry();
  const { search, canvas, announce } = map;
  const [dismissed, setDismissed] = useState<string | null>(null);
  const id = search.selected && !isCollapsedGroup(search.selected) ? search.selected : null;
  const absence = id ? absenceOf(id, map) : null;
  const isThere = locateTarget !== null && locateTarget === id && absence === null;
  useEffect(() => {
    if (!isThere || !canvas || !locateTarget) return;
    const timer = setTimeout(() => {
      if (pulse(canvas, locateTarget)) locate(null);
    }, settleMillis);
    return () => clearTimeout(timer);
  }, [isThere, canvas, locateTarget]);

  if (!id || !absence || dismissed === id || !map.whole.nodes.some((node) => node.id === id)) return null;
  const label = labelOf(map, id);
  return (
    <section className="map-notice locate-note" aria-label="Not on the map" role="status">
      <p>
        <bdi>{label}</bdi> is not on the map: {absence.why}.
      </p>
      {absence.change && (
        <Button
          size="compact-xs"
          onClick={() => {
            map.dispatch(`Show ${label}`, absence.change!);
            locate(id);
            announce(`${label} is shown again.`);
          }}
        >
          Show
        </Button>
      )}
      <CloseButton size="sm" aria-label="Dismiss" onClick={() => setDismissed(id)} />
    </section>
  );
}
