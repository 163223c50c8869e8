import { Button, CloseButton } from "@mantine/core";
import { useEffect, useState } from "react";
import { seek, useOffered } from "../../commands/command-registry.ts";
import { pulse } from "../../map/canvas/pulse.ts";
import { absenceOf } from "../../map/model/focus/absence.ts";
import { isFold } from "../../map/model/group/collapsed-groups.ts";
import { labelOf } from "./labels.ts";
import { useMap } from "./map-context.ts";

/** Long enough for the nodes to have come to their places. */
const settleMillis = 380;

/** Shows where a record is that was searched for; when it is not drawn, says why and offers to draw it. */
export function Seeker() {
  const map = useMap();
  const { sought } = useOffered();
  const { search, canvas, announce } = map;
  const [dismissed, setDismissed] = useState<string | null>(null);
  const id = search.selected && !isFold(search.selected) ? search.selected : null;
  const absence = id ? absenceOf(id, map) : null;
  const isThere = sought !== null && sought === id && absence === null;
  useEffect(() => {
    if (!isThere || !canvas || !sought) return;
    const timer = setTimeout(() => {
      if (pulse(canvas, sought)) seek(null);
    }, settleMillis);
    return () => clearTimeout(timer);
  }, [isThere, canvas, sought]);

  if (!id || !absence || dismissed === id || !map.whole.nodes.some((node) => node.id === id)) return null;
  const label = labelOf(map, id);
  return (
    <section className="seek-note" aria-label="Not drawn" role="status">
      <span>
        <bdi>{label}</bdi> is not drawn: {absence.why}.
      </span>
      {absence.change && (
        <Button
          size="compact-xs"
          onClick={() => {
            map.act(`Show ${label}`, absence.change!);
            seek(id);
            announce(`${label} is drawn again.`);
          }}
        >
          Show it
        </Button>
      )}
      <CloseButton size="sm" aria-label="Leave it" onClick={() => setDismissed(id)} />
    </section>
  );
}
