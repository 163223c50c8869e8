import { LocateNotice } from "./LocateNotice.tsx";
import { PinsNotice } from "./pins/PinsNotice.tsx";
import { MissingRecords } from "./views/MissingRecords.tsx";
import { MissingView } from "./views/MissingView.tsx";
import { ScenarioNotice } from "./what-if/ScenarioNotice.tsx";
import "./notices.css";

/**
 * Notices of problems, one per line; nothing without any. A row of the page's grid and not an overlay: it covers
 * neither buttons nor nodes.
 */
export function Notices() {
  return (
    <div className="map-notices">
      <PinsNotice />
      <MissingView />
      <MissingRecords />
      <ScenarioNotice />
      <LocateNotice />
    </div>
  );
}
