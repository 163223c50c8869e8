import { useMapState } from "../map-context.ts";

/** Says that the map shows what would be, so that nobody takes it for what is. */
export function ScenarioBadge() {
  const { facts } = useMapState();
  return facts.isScenario ? <span className="what-if-note">Scenario</span> : null;
}
