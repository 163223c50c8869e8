import { Checkbox } from "@mantine/core";
import type { ActorKind } from "../../../graphql/types.ts";
import { kinds as kindTable } from "../../../map/kinds.ts";
import { useMap } from "../map-context.ts";

const allKinds = Object.keys(kindTable) as ActorKind[];

/** Which kinds of actor are shown, with how many there are of each. */
export function KindPanel() {
  const { search, act, facts } = useMap();
  const counts = new Map<ActorKind, number>();
  for (const node of facts.map.nodes)
    for (const kind of node.actorKinds ?? []) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const shown = allKinds.filter((kind) => !search.kinds || search.kinds.includes(kind));
  return (
    <Checkbox.Group
      aria-label="Actor kinds that are shown"
      value={shown}
      onChange={(value) =>
        act("Filter by kind", { kinds: value.length === allKinds.length || value.length === 0 ? undefined : value })
      }
    >
      <div className="kind-list">
        {allKinds
          .filter((kind) => counts.has(kind))
          .map((kind) => (
            <Checkbox key={kind} size="xs" value={kind} label={`${kindTable[kind].label} · ${counts.get(kind)}`} />
          ))}
      </div>
    </Checkbox.Group>
  );
}
