import { useMapState } from "../map-context.ts";

/** Badge that the map shows a scenario, so that it is not taken for the current state. */
export function ScenarioBadge() {
  const { facts } = useMapState();
  return facts.isScenario ? <span className="what-if-note">Scenario</span> : null;
}
