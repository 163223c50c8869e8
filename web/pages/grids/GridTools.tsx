import { SegmentedControl, Select } from "@mantine/core";
import type { GridFacts } from "../../grids/model/grid-facts.ts";
import { assessmentView, ownView } from "./claim-view.ts";
import type { GridsSearch } from "./grids-search.ts";

interface Props {
  facts: GridFacts;
  /** Name of the grid. */
  choice: string;
  view: string;
  provider: string | undefined;
  onChange(change: GridsSearch): void;
}

const others = "others";

/** What some grids let one choose: whose view of the activities, and a provider of data sharing. */
export function GridTools({ facts, choice, view, provider, onChange }: Props) {
  const actors = facts.valid("ACTORS").map(({ key, label }) => ({ value: key, label }));
  if (choice === "data-sharing")
    return (
      <Select
        size="xs"
        aria-label="Add a provider"
        placeholder="Add a provider"
        data={actors}
        value={provider ?? null}
        searchable
        clearable
        limit={100}
        onChange={(value) => onChange({ provider: value ?? undefined } as GridsSearch)}
      />
    );
  if (choice !== "activities") return null;
  const voice = view === assessmentView || view === ownView ? view : others;
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="Whose view"
        value={voice}
        data={[
          { value: assessmentView, label: "Our assessment" },
          { value: ownView, label: "Own view" },
          { value: others, label: "Others' view" },
        ]}
        onChange={(value) => onChange({ view: value === others ? actors[0]?.value : value } as GridsSearch)}
      />
      {voice === others && (
        <Select
          size="xs"
          aria-label="Claimed by"
          data={actors}
          value={view}
          allowDeselect={false}
          searchable
          limit={100}
          onChange={(value) => value && onChange({ view: value })}
        />
      )}
    </>
  );
}
