import { Button, Select } from "@mantine/core";
import { measureNames, widthNames } from "../../../map/model/search-params/style-search.ts";
import { measures, widths } from "../../../map/model/style/measures.ts";
import { useMapActions, useMapState } from "../map-context.ts";

const channels = [
  { name: "size", label: "Size" },
  { name: "colour", label: "Colour" },
  { name: "ring", label: "Ring" },
] as const;
const data = measureNames.map((value) => ({ value, label: measures[value].label }));
const ofRelations = widthNames.map((value) => ({ value, label: widths[value].label }));

/** What size, colour, ring and width of what is drawn stand for. */
export function StylePanel() {
  const { search } = useMapState();
  const { dispatch } = useMapActions();
  const { size, colour, ring, width } = search;
  const isSet = size || colour || ring || width;
  return (
    <div className="focus-parts">
      {channels.map(({ name, label }) => (
        <Select
          key={name}
          size="xs"
          label={label}
          placeholder="Default"
          description={search[name] && measures[search[name]].meaning}
          clearable
          clearButtonProps={{ "aria-label": `Reset ${label.toLowerCase()}` }}
          data={data}
          value={search[name] ?? null}
          onChange={(value) =>
            dispatch(
              value
                ? `${label} by ${measures[value as keyof typeof measures].label.toLowerCase()}`
                : `Default ${label.toLowerCase()}`,
              {
                [name]: value ?? undefined,
              },
            )
          }
        />
      ))}
      <Select
        size="xs"
        label="Width of relations"
        placeholder="Default"
        description={width && widths[width].meaning}
        clearable
        clearButtonProps={{ "aria-label": "Reset width" }}
        data={ofRelations}
        value={width ?? null}
        onChange={(value) => dispatch(value ? `Width by ${value}` : "Default width", { width: value ?? undefined })}
      />
      {isSet && (
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            dispatch("Reset style", {
              size: undefined,
              colour: undefined,
              ring: undefined,
              width: undefined,
            })
          }
        >
          Reset
        </Button>
      )}
      <p className="quiet">Unknown values are hollow and dashed.</p>
    </div>
  );
}
