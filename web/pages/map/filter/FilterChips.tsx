import { CloseButton } from "@mantine/core";
import { conditionsOf } from "../../../map/model/filter/conditions.ts";
import { collapsedGroupsOf, withoutCollapsedGroup } from "../../../map/model/group/collapsed-groups.ts";
import { count } from "../../../shared/format.ts";
import { labelOf, labelsOf } from "../labels.ts";
import { type MapContextValue, useMap } from "../map-context.ts";
import "./filter.css";

/** Chips of all active conditions, each with a button that removes it. */
export function FilterChips() {
  const map = useMap();
  const chips = [...conditionsOf(map.search), ...focusConditions(map)];
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label="Active conditions">
      {chips.map(({ id, words, without }) => (
        <li key={id} className="chip">
          <bdi>{words}</bdi>
          <CloseButton
            size={18}
            iconSize={12}
            aria-label={`Remove: ${words}`}
            onClick={() => map.dispatch(`Remove: ${words}`, without)}
          />
        </li>
      ))}
    </ul>
  );
}

function focusConditions(map: MapContextValue) {
  const { search } = map;
  const { neighbourhood, steps = 1, only, hide, path, expanded, collapsed } = search;
  const chips: { id: string; words: string; without: object }[] = [];
  const add = (id: string, words: string, without: object) => chips.push({ id, words, without });
  if (neighbourhood)
    add("neighbourhood", `${count(steps, "step")} around ${labelOf(map, neighbourhood)}`, {
      neighbourhood: undefined,
      steps: undefined,
    });
  if (only) add("only", `Isolated: ${count(only.length, "record")}`, { only: undefined });
  if (expanded) add("expanded", `Expanded: ${labelsOf(map, expanded)}`, { expanded: undefined });
  if (collapsed) add("collapsed", `Collapsed: ${labelsOf(map, collapsed)}`, { collapsed: undefined });
  if (hide) add("hide", `Hidden: ${count(hide.length, "record")}`, { hide: undefined });
  if (path) add("path", `Path ${labelOf(map, path[0]!)} – ${labelOf(map, path[1]!)}`, { path: undefined });
  for (const group of collapsedGroupsOf(map.selection, search))
    add(group.id, `Collapsed: ${group.label}`, withoutCollapsedGroup(group.id, search));
  return chips;
}
