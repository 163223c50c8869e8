import { SegmentedControl } from "@mantine/core";
import { lensWords } from "../../map/lenses/lenses.ts";
import { lensNames } from "../../map/model/search-params/display-search.ts";
import { useMap } from "./map-context.ts";

export function LensSwitch() {
  const { search, dispatch } = useMap();
  return (
    <SegmentedControl
      size="xs"
      aria-label="Lens"
      value={search.lens ?? "network"}
      onChange={(value) =>
        dispatch(
          `Lens: ${lensWords[value as keyof typeof lensWords]}`,
          { lens: value === "network" ? undefined : value },
          {
            push: true,
          },
        )
      }
      data={lensNames.map((value) => ({ value, label: lensWords[value] }))}
    />
  );
}
