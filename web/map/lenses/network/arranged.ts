import { arrangementOf } from "../../model/group/arrangement.ts";
import { dividedGroups } from "../../model/group/groups.ts";
import { groupingWords } from "../../model/group/words.ts";
import type { Form, Scene } from "../../model/scene.ts";
import type { MapSearch } from "../../model/search-params/map-search.ts";
import type { Selection } from "../../model/selection.ts";
import { inTiles } from "./tiles.ts";

const maxNamed = 200;
const namedFrom = 0.6;

/** Places the nodes by group, where that is asked for or the default: as tiles, or as a layout keeps each group together. */
export function arranged(scene: Scene, selection: Selection, search: MapSearch, form: Form): Scene {
  const arrangement = arrangementOf(selection, search);
  if (!arrangement) return scene;
  const { group, arrange } = arrangement;
  const groups = dividedGroups(
    selection,
    group,
    scene.nodes.map(({ id }) => id),
  );
  // Of many in a disc only those at its rim would have room: the groups are named instead, until one looks closer.
  const nodes = scene.nodes.length > maxNamed ? scene.nodes.map((node) => ({ ...node, namedFrom })) : scene.nodes;
  const grouped = {
    ...scene,
    nodes,
    arrangement: { name: `${arrange} ${group}`, title: groupingWords[group], groups },
  };
  return arrange === "tiles" ? inTiles(grouped, groups, form) : grouped;
}
