import { MultiSelect, NativeSelect } from "@mantine/core";
import type { CustomersView } from "./customers-search.ts";
import {
  maxGrouped,
  type SegmentDimensionName,
  type SegmentedCustomer,
  type SegmentSort,
  segmentDimensionNames,
  segmentDimensions,
  valuesIn,
} from "./grouping.ts";

interface Props {
  /** All customers, filtered or not. */
  customers: readonly SegmentedCustomer[];
  by: readonly SegmentDimensionName[];
  view: CustomersView;
  onChange(change: Partial<CustomersView>): void;
}

const options = segmentDimensionNames.map((name) => ({ value: name, label: segmentDimensions[name].label }));

/** Controls of the segments: the dimensions that group; the others filter and sort. */
export function SegmentControls({ customers, by, view, onChange }: Props) {
  return (
    <div className="segment-controls">
      <MultiSelect
        size="xs"
        label="Group by"
        className="segment-by"
        data={options}
        value={[...by]}
        maxValues={maxGrouped}
        onChange={(names) => onChange({ by: names.length > 0 ? (names as SegmentDimensionName[]) : undefined })}
      />
      {segmentDimensionNames.map((name) => (
        <NativeSelect
          key={name}
          size="xs"
          label={segmentDimensions[name].label}
          value={view[name] ?? ""}
          data={[
            { value: "", label: "All" },
            ...valuesIn(customers, name).map(({ value, word }) => ({ value, label: word })),
            // A link may name a value that no customer has on this date.
            ...(view[name] && !customers.some((customer) => customer[name] === view[name])
              ? segmentDimensions[name].values
                  .filter(({ value }) => value === view[name])
                  .map(({ value, word }) => ({ value, label: word }))
              : []),
          ]}
          onChange={(event) => onChange({ [name]: event.currentTarget.value || undefined })}
        />
      ))}
      <NativeSelect
        size="xs"
        label="Sort by"
        value={view.sort ?? "name"}
        data={[{ value: "name", label: "Name" }, ...options]}
        onChange={(event) => {
          const sort = event.currentTarget.value as SegmentSort;
          onChange({ sort: sort === "name" ? undefined : sort });
        }}
      />
    </div>
  );
}
