import { useMap } from "../map-context.ts";

/** Says that the map shows what would be, so that nobody takes it for what is. */
export function SupposedNote() {
  const { facts } = useMap();
  return facts.isSupposed ? <span className="what-if-note">As it would be</span> : null;
}
