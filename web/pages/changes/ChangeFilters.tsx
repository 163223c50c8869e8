import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { DayInput } from "../../shared/DayInput.tsx";
import { recordKindWords } from "../../shared/words.ts";
import { type ChangeFilter, changedKinds, isFiltered } from "./change-filter.ts";

interface Props {
  filter: ChangeFilter;
  onFilter(change: { [Name in keyof ChangeFilter]: ChangeFilter[Name] | undefined }): void;
}

/** Filters of the change log: by person, kind of record, and days. */
export function ChangeFilters({ filter, onFilter }: Props) {
  const [who, setWho] = useState(filter.who ?? "");
  return (
    <form
      className="change-filters"
      aria-label="Filter changes"
      onSubmit={(event) => {
        event.preventDefault();
        onFilter({ who: who.trim() || undefined });
      }}
    >
      <TextInput
        size="xs"
        label="Changed by"
        placeholder="Name"
        value={who}
        onChange={(event) => setWho(event.currentTarget.value)}
        onBlur={() => onFilter({ who: who.trim() || undefined })}
      />
      <NativeSelect
        size="xs"
        label="Records"
        value={filter.kind ?? ""}
        data={[
          { value: "", label: "All kinds" },
          ...changedKinds.map((kind) => ({ value: kind, label: recordKindWords[kind].word })),
        ]}
        onChange={(event) => onFilter({ kind: changedKinds.find((kind) => kind === event.currentTarget.value) })}
      />
      <DayInput
        size="xs"
        label="From"
        value={filter.from ?? ""}
        onDay={(from) => onFilter({ from: from ?? undefined })}
      />
      <DayInput size="xs" label="To" value={filter.to ?? ""} onDay={(to) => onFilter({ to: to ?? undefined })} />
      {isFiltered(filter) && (
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            setWho("");
            onFilter({ who: undefined, kind: undefined, from: undefined, to: undefined });
          }}
        >
          Reset filters
        </Button>
      )}
    </form>
  );
}
