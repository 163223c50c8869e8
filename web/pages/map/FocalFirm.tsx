import { FocalChoice } from "../../shared/FocalChoice.tsx";
import { useMapActions, useMapState } from "./map-context.ts";

/** Selector of the focal firm from whose viewpoint the Rivals lens is drawn. */
export function FocalFirm({ isInBar = false }: { isInBar?: boolean }) {
  const { facts } = useMapState();
  const { dispatch } = useMapActions();
  const firms = facts.positions.map(({ actor }) => actor).sort((a, b) => a.name.localeCompare(b.name, "en"));
  return (
    <FocalChoice
      placed={firms}
      focal={facts.focal?.key}
      isInBar={isInBar}
      onFocal={(focal) => dispatch("Choose focal firm", { focal })}
    />
  );
}

/** In the bar over the map, once there is a focal firm; before, the empty lens asks for it. */
export function FocalFirmTool() {
  const { search, facts } = useMapState();
  return search.lens === "rivals" && facts.focal ? <FocalFirm isInBar /> : null;
}
