import { groupsOf } from "../../model/group/groups.ts";
import type { Mark, Scene, SceneNode } from "../../model/scene.ts";
import type { SceneStage } from "../../model/scene-stage.ts";
import type { Picture } from "../../model/selection.ts";
import { territoryAt } from "../background/draw.ts";
import { mostInFull, type Region, regionId } from "./cluster.ts";

/** Fewer nodes than these are drawn as they are, however far away. */
const leastMembers = 4;
/** Cells along the longer side of a drawing. */
const cellsAcross = 13;

/**
 * Says by what a large scene is drawn from far: where the layout places nodes by community, in a drawing with axes by
 * the cell of a grid, among territories by territory. A scene of few elements has no regions.
 */
export const regioned: SceneStage = (scene, picture) =>
  scene.nodes.length + scene.edges.length > mostInFull ? { ...scene, regions: regionsOf(scene, picture) } : scene;

function regionsOf(scene: Scene, picture: Picture): Region[] {
  const placed = scene.nodes.filter(({ place }) => place);
  const found = placed.length < scene.nodes.length / 2 ? byCommunity(scene, picture) : byPlace(scene, placed);
  return found.filter(({ members }) => members.length >= leastMembers);
}

function byCommunity({ nodes, edges }: Scene, picture: Picture): Region[] {
  // A group that is folded by hand stays what it is.
  const left = new Set(nodes.filter((node) => !node.members && node.id === node.record).map(({ id }) => id));
  const tied = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const alone = [...left].filter((id) => !tied.has(id));
  for (const id of alone) left.delete(id);
  const communities = picture.facts.communities ?? groupsOf(picture, "community");
  const regions = communities.map(({ name, label, members }): Region => {
    return { id: regionId(name), label, members: members.filter((id) => left.delete(id)) };
  });
  return [...regions, { id: regionId("alone"), label: "Without relations", members: alone }];
}

function byPlace({ marks }: Scene, nodes: readonly SceneNode[]): Region[] {
  const xs = nodes.map(({ place }) => place!.x);
  const ys = nodes.map(({ place }) => place!.y);
  const side = Math.max(spanOf(xs), spanOf(ys)) / cellsAcross || 1;
  const territories = new Map(marks.flatMap((mark) => (mark.type === "territory" ? [[mark.record, mark]] : [])));
  const trays = marks.filter((mark) => mark.type === "tray");
  const parts = new Map<string, SceneNode[]>();
  for (const node of nodes) {
    const { x, y } = node.place!;
    const tray = trays.findIndex((mark) => isWithin(mark, x, y));
    const name =
      (territories.size > 0 && territoryAt(marks, { x, y })) ||
      (tray >= 0 ? `tray ${tray}` : `${Math.floor(x / side)},${Math.floor(y / side)}`);
    const part = parts.get(name);
    if (part) part.push(node);
    else parts.set(name, [node]);
  }
  return [...parts].map(([name, members]): Region => {
    const area = territories.get(name) ?? trays[Number(/^tray (\d+)$/.exec(name)?.[1])];
    const first = members.reduce((best, node) => (node.priority > best.priority ? node : best));
    return {
      id: regionId(name),
      label: area
        ? `${members.length} ${territories.size > 0 ? "actors" : "unknown"}`
        : `${first.name} and ${members.length - 1} more`,
      members: members.map(({ id }) => id),
      room: area
        ? 0.7 * Math.min(area.width, area.height, "plate" in area ? besidePlate(area) : Infinity)
        : side * 0.94,
    };
  });
}

/** How wide the ground is that the plate with the name leaves to tokens: beneath it, or at its right. */
const besidePlate = ({ x, y, width, height, plate }: Extract<Mark, { type: "territory" }>) =>
  Math.max(y + height - plate.y - plate.height, x + width - plate.x - plate.width);

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}
const isWithin = (area: Area, x: number, y: number) =>
  x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height;

const spanOf = (values: readonly number[]): number => {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least;
};
