import { Button, Checkbox, Popover, SegmentedControl } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { type LensName, lenses } from "../../app/search-params.ts";
import { describeFailure } from "../../graphql/client.ts";
import { mapQuery, positionsQuery, threatsQuery } from "../../graphql/operations.ts";
import type { ActorKind } from "../../graphql/types.ts";
import { ImportDrop } from "../../import/ImportDrop.tsx";
import { Inspector } from "../../inspector/Inspector.tsx";
import { kinds as kindTable } from "../../map/kinds.ts";
import { MapCanvas } from "../../map/MapCanvas.tsx";
import { count, formatDate, today } from "../../shared/format.ts";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { Legend } from "./Legend.tsx";
import { useComputedColorScheme, useReducedMotion } from "./preferences.ts";
import "./map.css";

const route = getRouteApi("/e/$ecosystem/map");
// One empty list for all renders: a new one each time would redraw the map each time.
const none: never[] = [];
const allKinds = Object.keys(kindTable) as ActorKind[];
const lensWords: Record<LensName, string> = {
  network: "Network",
  positions: "Positions",
  boundaries: "Boundaries",
  rivals: "Rivals",
};

/** One canvas, four lenses over the same facts; what is shown stands in the address. */
export default function MapPage() {
  const { ecosystem: key } = route.useParams();
  const { lens = "network", date, kinds, selected } = route.useSearch();
  const navigate = route.useNavigate();
  const scheme = useComputedColorScheme();
  const reducedMotion = useReducedMotion();
  const [pins, setPins] = useState<Record<string, { x: number; y: number }>>({});
  const set = (change: object, replace = true) => navigate({ search: (s) => ({ ...s, ...change }) as never, replace });

  const variables = { key, asOf: date ?? today() };
  const [map, again] = useQuery({ query: mapQuery, variables });
  const [measures] = useQuery({ query: positionsQuery, variables });
  // Threats may be refused (no focal actor, or one without a position): the other lenses must not go with them.
  const [rivals] = useQuery({ query: threatsQuery, variables });

  const shown = useMemo(() => allKinds.filter((kind) => !kinds || kinds.includes(kind)), [kinds]);
  const drawn = map.data?.ecosystem?.map;
  const nodes = drawn?.nodes ?? [];
  const present = useMemo(() => {
    const counts = new Map<ActorKind, number>();
    for (const node of drawn?.nodes ?? []) {
      for (const kind of node.actorKinds ?? []) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return counts;
  }, [drawn]);

  if (map.error && !drawn) return <Failed error={map.error} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!drawn) return <Loading rows={10} />;

  const facts = measures.data?.ecosystem;
  const assessment = rivals.data?.ecosystem?.threats ?? null;
  const threats = assessment?.rivals ?? none;
  const noRivals = lens === "rivals" && !rivals.fetching && !assessment;

  return (
    <ImportDrop into={key}>
      {(choose) =>
        nodes.length === 0 ? (
          <Empty title={date ? `Nothing was there on ${formatDate(date)}` : "Nothing on the map yet"}>
            <p>
              Here stand the actors of this ecosystem, what they do and how they relate. Drop a document on this page to
              fill it.
            </p>
            <Button size="xs" mt="sm" onClick={choose}>
              Import a file
            </Button>
          </Empty>
        ) : (
          <div className="map-page" data-inspecting={selected ? true : undefined}>
            <h1 className="unseen">Map, {lensWords[lens]} lens</h1>
            <div className="map-tools">
              <SegmentedControl
                size="xs"
                aria-label="Lens"
                value={lens}
                onChange={(value) => set({ lens: value === "network" ? undefined : value }, false)}
                data={lenses.map((value) => ({ value, label: lensWords[value] }))}
              />
              <Popover position="bottom-start" withinPortal shadow="md">
                <Popover.Target>
                  <Button size="xs" variant="default" leftSection={<IconFilter size={14} aria-hidden />}>
                    Kinds{kinds ? ` ${shown.length} of ${allKinds.length}` : ""}
                  </Button>
                </Popover.Target>
                <Popover.Dropdown>
                  <Checkbox.Group
                    aria-label="Actor kinds that are shown"
                    value={shown}
                    onChange={(value) =>
                      set({ kinds: value.length === allKinds.length || value.length === 0 ? undefined : value })
                    }
                  >
                    <div className="kind-list">
                      {allKinds
                        .filter((kind) => present.has(kind))
                        .map((kind) => (
                          <Checkbox
                            key={kind}
                            size="xs"
                            value={kind}
                            label={`${kindTable[kind].label} · ${present.get(kind)}`}
                          />
                        ))}
                    </div>
                  </Checkbox.Group>
                </Popover.Dropdown>
              </Popover>
              <Button size="xs" variant="subtle" color="gray" onClick={choose} className="map-import">
                Import
              </Button>
              <p className="quiet map-note" aria-live="polite">
                {drawn.truncated && "Only a part is drawn: filter to see the rest. "}
                {map.error
                  ? `Not up to date. ${describeFailure(map.error).detail}`
                  : `As of ${formatDate(date ?? today())}`}
                {" · "}
                {count(nodes.filter((node) => node.kind === "ACTOR").length, "actor")}
              </p>
            </div>
            <div className="map-canvas">
              {noRivals ? (
                <Empty part title="The Rivals lens needs a focal firm">
                  {rivals.error
                    ? describeFailure(rivals.error).detail
                    : "Name one in the ecosystem document (focal), with claims on the activities that it does."}
                </Empty>
              ) : (
                <MapCanvas
                  lens={lens}
                  map={drawn}
                  positions={facts?.positions ?? none}
                  boundaries={facts?.boundaries ?? none}
                  threats={threats}
                  visibleKinds={shown}
                  selected={selected ?? null}
                  onSelect={(id: string | null) => set({ selected: id ?? undefined }, false)}
                  scheme={scheme}
                  pins={pins}
                  onPin={(id: string, x: number, y: number) => setPins((before) => ({ ...before, [id]: { x, y } }))}
                  reducedMotion={reducedMotion}
                />
              )}
              <Legend
                lens={lens}
                map={drawn}
                positions={facts?.positions ?? none}
                boundaries={facts?.boundaries ?? none}
                threats={threats}
                visibleKinds={shown}
              />
            </div>
            {selected && (
              <Inspector
                key={selected}
                ecosystem={key}
                date={date}
                id={selected}
                nodes={nodes}
                edges={drawn.edges}
                positions={facts?.positions ?? none}
                boundaries={facts?.boundaries ?? none}
                threats={threats}
                onSelect={(id) => set({ selected: id ?? undefined }, false)}
              />
            )}
          </div>
        )
      }
    </ImportDrop>
  );
}
