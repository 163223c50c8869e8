import { withClusters } from "../canvas/level-of-detail/with-clusters.ts";
import { lenses } from "../lenses/lenses.ts";
import { withDifference } from "./difference/with-difference.ts";
import { withGhosts } from "./difference/with-ghosts.ts";
import type { MapFacts } from "./facts.ts";
import { filtered } from "./filter/passes.ts";
import { providedOfferings } from "./filter/provided-offerings.ts";
import { hidden, isolated, neighbourhood } from "./focus/focus-steps.ts";
import { withPath } from "./focus/with-path.ts";
import { withCollapsedGroups } from "./group/with-collapsed-groups.ts";
import { withOutlinedGroups } from "./group/with-outlined-groups.ts";
import type { Form, Scene, SceneStep } from "./scene.ts";
import type { LensName } from "./search-params/display-search.ts";
import type { MapSearch } from "./search-params/map-search.ts";
import type { Selection, SelectionStep } from "./selection.ts";
import { withStyle } from "./style/with-style.ts";

// Pipeline of the map: facts → selection → places → scene. Each arrow is one of the functions below, all of them pure.
// What the canvas then shows of a large scene is decided by canvas/level-of-detail, and pins and the layout of the
// network are applied by layout/target-places.ts.

/** Facts → selection, in this order. */
const selectionSteps: readonly SelectionStep[] = [
  withGhosts,
  filtered,
  hidden,
  isolated,
  neighbourhood,
  providedOfferings,
];

/** Facts of a date that the URL needs. */
export function selectionOf(facts: MapFacts, search: MapSearch): Selection {
  const all: Selection = {
    facts,
    nodes: new Set(facts.map.nodes.map((node) => node.id)),
    edges: new Set(facts.map.edges.map((edge) => edge.id)),
  };
  return selectionSteps.reduce((selection, step) => step(selection, search), all);
}

/** Selection → places: the lens says where everything stands, except where a layout decides. */
export const placesOf = (
  selection: Selection,
  lens: LensName = "network",
  form: Form = "wide",
  search: MapSearch = {},
): Scene => lenses[lens].places(selection, form, search);

/** Places → scene, in this order: what everything looks like, never where it stands. */
const sceneSteps: readonly SceneStep[] = [
  withStyle,
  withPath,
  withDifference,
  withCollapsedGroups,
  withOutlinedGroups,
  withClusters,
];

/** Drawing decisions that depend on the places of a lens. */
export const sceneOf = (places: Scene, selection: Selection, search: MapSearch, form: Form = "wide"): Scene =>
  sceneSteps.reduce((scene, step) => step(scene, selection, search, form), places);
