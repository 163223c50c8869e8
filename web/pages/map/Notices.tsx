import { LocateNotice } from "./LocateNotice.tsx";
import { PinsNotice } from "./pins/PinsNotice.tsx";
import { MissingRecords } from "./views/MissingRecords.tsx";
import { MissingView } from "./views/MissingView.tsx";
import { ScenarioNotice } from "./what-if/ScenarioNotice.tsx";
import "./notices.css";

/**
 * What went wrong or is missing, one line under the other; nothing while all is well. A row of the page's grid and no
 * overlay: it covers neither buttons nor nodes, wherever they are.
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
