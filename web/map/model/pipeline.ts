import { withGhosts } from "./difference/with-ghosts.ts";
import { filtered } from "./filter/passes.ts";
import { offered } from "./filter/provided-offerings.ts";
import { hidden, isolated, near } from "./focus/focus-steps.ts";
import type { MapFacts } from "./scene.ts";
import type { MapSearch } from "./search-params/map-search.ts";
import type { Picture, Stage } from "./selection.ts";

/** In this order. */
const stages: readonly Stage[] = [withGhosts, filtered, hidden, isolated, near, offered];

/** The facts of a date as the address asks to see them. */
export function pictureOf(facts: MapFacts, search: MapSearch): Picture {
  const whole: Picture = {
    facts,
    nodes: new Set(facts.map.nodes.map((node) => node.id)),
    edges: new Set(facts.map.edges.map((edge) => edge.id)),
  };
  return stages.reduce((picture, stage) => stage(picture, search), whole);
}
