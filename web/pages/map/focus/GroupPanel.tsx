import { Button, Select, Switch } from "@mantine/core";
import { collapsedGroupsOf, withoutCollapsedGroup } from "../../../map/model/group/collapsed-groups.ts";
import { groupsOf } from "../../../map/model/group/groups.ts";
import { type Grouping, groupings } from "../../../map/model/search-params/style-search.ts";
import { useMapActions, useMapState } from "../map-context.ts";
import "./focus.css";

const words: Record<Grouping, string> = {
  kind: "Kind",
  label: "Label",
  community: "Community",
  initiative: "Initiative",
  ownership: "Ownership",
};

/** By what the map is grouped, and which groups are folded into one node each. */
export function GroupPanel() {
  const { search, selection } = useMapState();
  const { dispatch } = useMapActions();
  const groups = search.group ? groupsOf(selection, search.group) : [];
  const folded = search.folded ?? [];
  const bundles = collapsedGroupsOf(selection, { bundles: search.bundles });
  const setFolded = (label: string, names: string[]) =>
    dispatch(label, { folded: names.length > 0 ? names : undefined });
  return (
    <div className="focus-parts">
      <Select
        size="xs"
        label="Group by"
        placeholder="Nothing"
        data={groupings.map((value) => ({ value, label: words[value] }))}
        clearable
        clearButtonProps={{ "aria-label": "Group by nothing" }}
        value={search.group ?? null}
        onChange={(group) =>
          dispatch(group ? `Group by ${group}` : "Do not group", { group: group ?? undefined, folded: undefined })
        }
      />
      {search.group && (
        <section className="focus-part">
          <div className="facets-head">
            <p className="quiet">
              {groups.length === 0
                ? "No two that are shown have this in common."
                : search.lens === "boundaries"
                  ? "No outlines here: the ground is divided among activities. The other lenses draw them."
                  : "A folded group is one node where its members stood."}
            </p>
            {groups.length > 0 && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() =>
                  folded.length > 0
                    ? setFolded("Unfold all groups", [])
                    : setFolded(
                        "CollapsedGroup all groups",
                        groups.map(({ name }) => name),
                      )
                }
              >
                {folded.length > 0 ? "Unfold all" : "CollapsedGroup all"}
              </Button>
            )}
          </div>
          <ul className="focus-list">
            {groups.map(({ name, label, members }) => (
              <li key={name}>
                <Switch
                  size="xs"
                  label={<bdi>{label}</bdi>}
                  aria-label={`CollapsedGroup ${label}, ${members.length} members`}
                  checked={folded.includes(name)}
                  onChange={(event) =>
                    event.currentTarget.checked
                      ? setFolded(`CollapsedGroup ${label}`, [...folded, name])
                      : setFolded(
                          `Unfold ${label}`,
                          folded.filter((other) => other !== name),
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
          <h3>Folded by hand</h3>
          <ul className="focus-list">
            {bundles.map(({ id, label }) => (
              <li key={id}>
                <bdi>{label}</bdi>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={`Unfold ${label}`}
                  onClick={() => dispatch(`Unfold ${label}`, withoutCollapsedGroup(id, search))}
                >
                  Unfold
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
