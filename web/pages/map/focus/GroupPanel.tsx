import { Button, Input, SegmentedControl, Select, Switch } from "@mantine/core";
import { arrangementOf, defaultArrangement } from "../../../map/model/group/arrangement.ts";
import { collapsedGroupsOf, withoutCollapsedGroup } from "../../../map/model/group/collapsed-groups.ts";
import { groupsOf } from "../../../map/model/group/groups.ts";
import { groupingWords } from "../../../map/model/group/words.ts";
import { isDrawnRelation } from "../../../map/model/kinds.ts";
import { type Arrangement, type Grouping, groupings } from "../../../map/model/search-params/style-search.ts";
import type { Selection } from "../../../map/model/selection.ts";
import { useMapActions, useMapState } from "../map-context.ts";
import "./focus.css";

const arrangementWords = [
  { value: "groups", label: "By group" },
  { value: "tiles", label: "Tiles" },
  { value: "relations", label: "By relations" },
];

/** Most without a relation: how they relate says nothing of where they could stand. */
function arrangementFor({ facts, nodes, edges }: Selection): Arrangement {
  const tied = new Set<string>();
  for (const edge of facts.map.edges)
    if (isDrawnRelation(edge.kind) && edges.has(edge.id)) for (const end of [edge.source, edge.target]) tied.add(end);
  const actors = facts.map.nodes.filter(({ id, kind }) => kind === "ACTOR" && nodes.has(id));
  return actors.filter(({ id }) => !tied.has(id)).length > actors.length / 2 ? "tiles" : "groups";
}

/** By what the map is grouped, and which groups are collapsed into one node each. */
export function GroupPanel() {
  const { search, selection } = useMapState();
  const { dispatch } = useMapActions();
  const isNetwork = (search.lens ?? "network") === "network";
  const arranged = isNetwork ? arrangementOf(selection, search) : null;
  const group = search.group ?? arranged?.group;
  const groups = group ? groupsOf(selection, group) : [];
  const collapsed = search.collapsedGroups ?? [];
  const bundles = collapsedGroupsOf(selection, { bundles: search.bundles });
  const setCollapsed = (label: string, names: string[]) =>
    dispatch(label, {
      group,
      arrange: arranged?.arrange ?? search.arrange,
      collapsedGroups: names.length > 0 ? names : undefined,
    });
  return (
    <div className="focus-parts">
      <Select
        size="xs"
        label="Group by"
        placeholder="None"
        data={groupings.map((value) => ({ value, label: groupingWords[value] }))}
        clearable
        clearButtonProps={{ "aria-label": "Remove grouping" }}
        value={group ?? null}
        onChange={(chosen) =>
          dispatch(chosen ? `Group by ${chosen}` : "Remove grouping", {
            group: (chosen as Grouping | null) ?? undefined,
            arrange: chosen
              ? (arranged?.arrange ?? arrangementFor(selection))
              : defaultArrangement(selection.facts)
                ? "relations"
                : undefined,
            collapsedGroups: undefined,
          })
        }
      />
      {group && isNetwork && (
        <Input.Wrapper size="xs" label="Arrange">
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label="Arrange"
            data={arrangementWords}
            value={arranged?.arrange ?? "relations"}
            onChange={(value) =>
              dispatch(
                `Arrange ${value === "relations" ? "by relations" : value === "tiles" ? "as tiles" : "by group"}`,
                { group, arrange: value === "relations" ? undefined : (value as Arrangement) },
              )
            }
          />
        </Input.Wrapper>
      )}
      {group && (
        <section className="focus-part">
          <div className="facets-head">
            <p className="quiet">
              {groups.length === 0
                ? "No two of the records shown share a group."
                : search.lens === "boundaries"
                  ? "No outlines in this lens: the background shows activities. Use another lens."
                  : "A collapsed group is drawn as one node in place of its members."}
            </p>
            {groups.length > 0 && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() =>
                  collapsed.length > 0
                    ? setCollapsed("Expand all groups", [])
                    : setCollapsed(
                        "Collapse all groups",
                        groups.map(({ name }) => name),
                      )
                }
              >
                {collapsed.length > 0 ? "Expand all" : "Collapse all"}
              </Button>
            )}
          </div>
          <ul className="focus-list">
            {groups.map(({ name, label, members }) => (
              <li key={name}>
                <Switch
                  size="xs"
                  label={<bdi>{label}</bdi>}
                  aria-label={`Collapse ${label}, ${members.length} members`}
                  checked={collapsed.includes(name)}
                  onChange={(event) =>
                    event.currentTarget.checked
                      ? setCollapsed(`Collapse ${label}`, [...collapsed, name])
                      : setCollapsed(
                          `Expand ${label}`,
                          collapsed.filter((other) => other !== name),
                        )
                  }
                />
                <span className="facet-count">{members.length}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {bundles.length > 0 && (
        <section className="focus-part">
          <h3>Custom groups</h3>
          <ul className="focus-list">
            {bundles.map(({ id, label }) => (
              <li key={id}>
                <bdi>{label}</bdi>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={`Expand ${label}`}
                  onClick={() => dispatch(`Expand ${label}`, withoutCollapsedGroup(id, search))}
                >
                  Expand
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
