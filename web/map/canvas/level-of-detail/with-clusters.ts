import { addTo } from "../../../shared/groups.ts";
import type { Group } from "../../model/group/group.ts";
import { groupsOf } from "../../model/group/groups.ts";
import type { BackgroundItem, Scene, SceneNode, SceneStep } from "../../model/scene.ts";
import type { Selection } from "../../model/selection.ts";
import { territoryAt } from "../background/draw.ts";
import { type Cluster, clusterId, maxInFull } from "./cluster.ts";

/** Scenes with fewer nodes are never clustered. */
const minMembers = 4;
/** Cells along the longer side of a drawing. */
const cellsAcross = 13;

/**
 * Clusters of a large scene: by community where the layout places nodes by community, by grid cell in a drawing with
 * axes, by territory among territories. A small scene has none.
 */
export const withClusters: SceneStep = (scene, selection) =>
  scene.nodes.length + scene.edges.length > maxInFull ? { ...scene, clusters: clustersOf(scene, selection) } : scene;

function clustersOf(scene: Scene, selection: Selection): Cluster[] {
  const placed = scene.nodes.filter(({ place }) => place);
  if (scene.arrangement && placed.length === 0) return byGroup(scene.arrangement.groups);
  const found = placed.length < scene.nodes.length / 2 ? byCommunity(scene, selection) : byPlace(scene, placed);
  return found.filter(({ members }) => members.length >= minMembers);
}

const byGroup = (groups: readonly Group[]): Cluster[] =>
  groups.map(({ name, label, members }) => ({ id: clusterId(`group ${name}`), label, members }));

function byCommunity({ nodes, edges }: Scene, selection: Selection): Cluster[] {
  // A group that a person has collapsed stays as it is.
  const left = new Set(nodes.filter((node) => !node.members && node.id === node.record).map(({ id }) => id));
  const tied = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const alone = [...left].filter((id) => !tied.has(id));
  for (const id of alone) left.delete(id);
  const communities = selection.facts.communities ?? groupsOf(selection, "community");
  const clusters = communities.map(({ name, label, members }): Cluster => {
    return { id: clusterId(name), label, members: members.filter((id) => left.delete(id)) };
  });
  return [...clusters, { id: clusterId("alone"), label: "Without relations", members: alone }];
}

function byPlace({ background }: Scene, nodes: readonly SceneNode[]): Cluster[] {
  const xs = nodes.map(({ place }) => place!.x);
  const ys = nodes.map(({ place }) => place!.y);
  const side = Math.max(spanOf(xs), spanOf(ys)) / cellsAcross || 1;
  const territories = new Map(background.flatMap((item) => (item.type === "territory" ? [[item.record, item]] : [])));
  const unplacedAreas = background.filter((item) => item.type === "unplaced-area" || item.type === "tile");
  const parts = new Map<string, SceneNode[]>();
  for (const node of nodes) {
    const { x, y } = node.place!;
    const unplacedArea = unplacedAreas.findIndex((item) => isWithin(item, x, y));
    const name =
      (territories.size > 0 && territoryAt(background, { x, y })) ||
      (unplacedArea >= 0 ? `unplacedArea ${unplacedArea}` : `${Math.floor(x / side)},${Math.floor(y / side)}`);
    addTo(parts, name, node);
  }
  return [...parts].map(([name, members]): Cluster => {
    const area = territories.get(name) ?? unplacedAreas[Number(/^unplacedArea (\d+)$/.exec(name)?.[1])];
    const first = members.reduce((best, node) => (node.priority > best.priority ? node : best));
    return {
      id: clusterId(name),
      label: area
        ? `${members.length} ${area.type === "unplaced-area" ? "unknown" : "actors"}`
        : `${first.name} and ${members.length - 1} more`,
      members: members.map(({ id }) => id),
      room: area
        ? 0.7 * Math.min(area.width, area.height, "nameLabel" in area ? besideNameLabel(area) : Infinity)
        : side * 0.94,
    };
  });
}

/** How wide the ground is that the name label with the name leaves to actor markers: beneath it, or at its right. */
const besideNameLabel = ({ x, y, width, height, nameLabel }: Extract<BackgroundItem, { type: "territory" | "tile" }>) =>
  Math.max(y + height - nameLabel.y - nameLabel.height, x + width - nameLabel.x - nameLabel.width);

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}
const isWithin = (area: Area, x: number, y: number) =>
  x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height;

const spanOf = (values: readonly number[]): number => {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return max - min;
};
