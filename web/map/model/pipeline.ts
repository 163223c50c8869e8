import { withGhosts } from "./difference/with-ghosts.ts";
import { filtered } from "./filter/passes.ts";
import { providedOfferings } from "./filter/provided-offerings.ts";
import { hidden, isolated, neighbourhood } from "./focus/focus-steps.ts";
import type { MapFacts } from "./scene.ts";
import type { MapSearch } from "./search-params/map-search.ts";
import type { Selection, SelectionStep } from "./selection.ts";

/** In this order. */
const stages: readonly SelectionStep[] = [withGhosts, filtered, hidden, isolated, neighbourhood, providedOfferings];

/** The facts of a date as the address asks to see them. */
export function selectionOf(facts: MapFacts, search: MapSearch): Selection {
  const whole: Selection = {
    facts,
    nodes: new Set(facts.map.nodes.map((node) => node.id)),
    edges: new Set(facts.map.edges.map((edge) => edge.id)),
  };
  return stages.reduce((selection, stage) => stage(selection, search), whole);
}
