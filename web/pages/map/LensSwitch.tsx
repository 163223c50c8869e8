import { SegmentedControl } from "@mantine/core";
import { lenses } from "../../map/lenses/lenses.ts";
import { lensNames } from "../../map/model/search-params/display-search.ts";
import { useMap } from "./map-context.ts";

export function LensSwitch() {
  const { search, dispatch } = useMap();
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
