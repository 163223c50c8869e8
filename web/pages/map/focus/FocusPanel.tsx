import { Button, Select, Slider } from "@mantine/core";
import { maxPaths, pathsBetween, sentenceOf } from "../../../map/model/focus/paths.ts";
import { isCollapsedGroup } from "../../../map/model/group/collapsed-groups.ts";
import { saysAny } from "../../../map/model/search-params/map-search.ts";
import { count } from "../../../shared/format.ts";
import { labelOf } from "../labels.ts";
import { useMap, useMapState } from "../map-context.ts";
import { showAllAgain } from "../node-actions.ts";
import "./focus.css";

/** Focus panel: neighbourhood, paths, hidden records. */
export function FocusPanel() {
  const map = useMap();
  const { search, dispatch } = map;
  const hasAny = saysAny(search, showAllAgain);
  return (
    <div className="focus-parts">
      <Neighbourhood />
      <PathPart />
      {search.hide && (
        <section className="focus-part">
          <h3>Hidden</h3>
          <ul className="focus-list">
            {search.hide.map((id) => (
              <li key={id}>
                <bdi>{labelOf(map, id)}</bdi>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={`Show ${labelOf(map, id)}`}
                  onClick={() => {
                    const rest = search.hide!.filter((other) => other !== id);
                    dispatch(`Show ${labelOf(map, id)}`, { hide: rest.length > 0 ? rest : undefined });
                  }}
                >
                  Show
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Button size="xs" variant="default" disabled={!hasAny} onClick={() => dispatch("Show all", { ...showAllAgain })}>
        Show all
      </Button>
    </div>
  );
}

/** Choices, by name: records in force that are not background. */
function useStanding() {
  const { facts } = useMapState();
  return facts.map.nodes
    .filter((node) => node.kind === "ACTOR" || node.kind === "STANDARD")
    .map((node) => ({ value: node.id, label: node.label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

function Neighbourhood() {
  const map = useMap();
  const { search, dispatch } = map;
  const data = useStanding();
  const steps = search.steps ?? 1;
  return (
    <section className="focus-part">
      <h3>Neighbourhood</h3>
      <Select
        size="xs"
        aria-label="Around"
        placeholder="Choose a record"
        data={data}
        searchable
        clearable
        clearButtonProps={{ "aria-label": "No neighbourhood" }}
        limit={60}
        value={search.neighbourhood ?? null}
        onChange={(id) =>
          dispatch(id ? `Neighbourhood of ${labelOf(map, id)}` : "Close neighbourhood", {
            neighbourhood: id ?? undefined,
            steps: id ? search.steps : undefined,
          })
        }
      />
      {search.neighbourhood && (
        <>
          <Slider
            size="sm"
            min={1}
            max={6}
            step={1}
            marks={[1, 2, 3, 4, 5, 6].map((value) => ({ value, label: String(value) }))}
            mb={18}
            value={steps}
            label={null}
            thumbLabel="Steps"
            thumbValueText={(value) => count(value, "step")}
            onChange={(value) => dispatch(`${count(value, "step")} around`, { steps: value === 1 ? undefined : value })}
          />
          <p className="quiet">
            {count(map.scene.nodes.length, "node")} within {count(steps, "step")} along the relations shown.
          </p>
        </>
      )}
    </section>
  );
}

function PathPart() {
  const map = useMap();
  const { search, dispatch, interaction, selection } = map;
  const data = useStanding();
  const selected = search.selected && !isCollapsedGroup(search.selected) ? search.selected : null;
  const from = search.path?.[0] ?? interaction.pathFrom ?? selected;
  const to = search.path?.[1] ?? null;
  const ask = (a: string | null, b: string | null) => {
    if (a && b && a !== b) dispatch(`Path from ${labelOf(map, a)} to ${labelOf(map, b)}`, { path: [a, b] });
    else {
      if (search.path) dispatch("Close path", { path: undefined });
      map.setPathFrom(a);
    }
  };
  const found = search.path ? pathsBetween(selection, search.path[0]!, search.path[1]!) : null;
  return (
    <section className="focus-part">
      <h3>Paths</h3>
      <Select
        size="xs"
        aria-label="Path from"
        placeholder="Start"
        data={data}
        searchable
        limit={60}
        value={data.some(({ value }) => value === from) ? from : null}
        onChange={(id) => ask(id, to)}
      />
      <Select
        size="xs"
        aria-label="Path to"
        placeholder="End"
        data={data}
        searchable
        clearable
        clearButtonProps={{ "aria-label": "No path" }}
        limit={60}
        value={data.some(({ value }) => value === to) ? to : null}
        onChange={(id) => ask(from, id)}
      />
      {found && (
        <>
          <p className="quiet">
            {found.paths.length === 0
              ? "No path between the two is shown. A filter may hide it."
              : found.more
                ? `The first ${maxPaths} shortest paths, ${count(found.paths[0]!.steps.length, "step")} each.`
                : `${found.paths.length === 1 ? "One shortest path" : `All ${found.paths.length} shortest paths`}, ${count(found.paths[0]!.steps.length, "step")}${found.paths.length === 1 ? "" : " each"}.`}
          </p>
          <ol className="path-list">
            {found.paths.map((path) => (
              <li key={path.nodes.join(" ")}>{sentenceOf(path, (id) => labelOf(map, id))}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
