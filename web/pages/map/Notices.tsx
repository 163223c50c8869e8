import { PinsNotice } from "./pins/PinsNotice.tsx";
import { MissingRecords } from "./views/MissingRecords.tsx";
import { MissingView } from "./views/MissingView.tsx";
import { ScenarioNotice } from "./what-if/ScenarioNotice.tsx";
import "./notices.css";

/** What went wrong or is missing, one line under the other over the canvas; nothing while all is well. */
export function Notices() {
  return (
    <div className="map-notices">
      <PinsNotice />
      <MissingView />
      <MissingRecords />
      <ScenarioNotice />
    </div>
  );
}
