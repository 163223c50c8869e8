import { SegmentedControl } from "@mantine/core";
import { lenses } from "../../map/lenses/lenses.ts";
import { lensNames } from "../../map/model/search-params/display-search.ts";
import { useMapActions, useMapState } from "./map-context.ts";

export function LensSwitch() {
  const { search } = useMapState();
  const { dispatch } = useMapActions();
  return (
    <SegmentedControl
      size="xs"
      aria-label="Lens"
      value={search.lens ?? "network"}
      onChange={(lens) =>
        dispatch(`Lens: ${lenses[lens].label}`, { lens: lens === "network" ? undefined : lens }, { push: true })
      }
      data={lensNames.map((value) => ({ value, label: lenses[value].label }))}
    />
  );
}
