import { hierarchy, treemap, treemapSquarify } from "d3-hierarchy";
import type { Group } from "../../model/group/group.ts";
import type { BackgroundItem, Form, NameLabel, Scene, SceneNode } from "../../model/scene.ts";
import { inLines, shorterForms } from "../actor-node.ts";
import { heightOf, nameLabelTexts, nameLabelWidth } from "../boundaries/name-label.ts";

/** World units that a node and its name take. */
const cell = { width: 88, height: 62 };
const lineLength = 13;
/** near: where names have room beside the nodes. */
const nodeSizes = { min: 15, near: 26, max: 40 };

/** Shape of the drawing, and pixels that it has across in the window that it is made for. */
const forms: Record<Form, { ratio: number; pixels: number }> = {
  wide: { ratio: 1.48, pixels: 990 },
  tall: { ratio: 0.62, pixels: 370 },
};
/** Of all area, what a small group has at least: room for its name. */
const minShare = 0.012;
/** In pixels of that window. */
const letters = { max: 12.5 };
/** In pixels of that window: a line of a node's name, and the smallest node that a name is preferred to. */
const named = { line: 20, min: 9 };
/** How much larger letters must be for another line, in pixels. */
const lineCost = 0.7;
const gap = 8;
const padding = 7;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Groups as tiles whose area follows their count, packed as a squarified treemap; in each its nodes in a grid. */
export function inTiles(scene: Scene, groups: readonly Group[], form: Form): Scene {
  const { ratio, pixels } = forms[form];
  const all = groups.reduce((sum, { members }) => sum + members.length, 0);
  const least = Math.min(minShare, 0.6 / Math.max(1, groups.length)) * all;
  const weightOf = ({ members }: Group) => Math.max(1, least, members.length);
  const total = groups.reduce((sum, group) => sum + weightOf(group), 0);
  // A fifth more for names and gaps.
  const width = Math.sqrt(total * cell.width * cell.height * 1.2 * ratio);
  const scale = Math.max(0.7, width / pixels);
  const root = hierarchy<{ group?: Group; children?: { group: Group }[] }>({
    children: groups.map((group) => ({ group })),
  })
    .sum(({ group }) => (group ? weightOf(group) : 0))
    .sort((a, b) => b.value! - a.value!);
  const boxes = treemap<{ group?: Group; children?: { group: Group }[] }>()
    .tile(treemapSquarify.ratio(1.3))
    .size([width, width / ratio])
    .paddingInner(gap * scale)(root)
    .leaves()
    .flatMap(({ data: { group }, x0, y0, x1, y1 }) =>
      group ? [{ group, box: { x: x0, y: y0, width: x1 - x0, height: y1 - y0 } }] : [],
    );
  const laid = boxes.map(({ group, box }) => ({ group, box, ...filled(group, box, scale) }));
  // One size for all but the fullest tiles.
  const room = laid.map(({ cells }) => 0.66 * Math.min(cells.width, cells.height)).sort((a, b) => a - b);
  const max = Math.min(nodeSizes.max, nodeSizes.near * Math.max(1, scale));
  const size = Math.min(max, Math.max(nodeSizes.min, room[Math.floor(room.length / 3)] ?? 0));
  const byId = new Map(scene.nodes.map((node) => [node.id, node]));
  const nodes = laid.flatMap(({ group, cells }) =>
    [...group.members]
      .flatMap((id) => byId.get(id) ?? [])
      .sort((a, b) => b.priority - a.priority || order(a).localeCompare(order(b)))
      .map((node, i): SceneNode => {
        const x1 = cells.x + (i % cells.columns) * cells.width;
        const y1 = cells.y + Math.floor(i / cells.columns) * cells.height;
        const most = Math.min(size, 0.8 * Math.min(cells.width, cells.height));
        // A smaller node with its name rather than a larger one without it.
        const beneath = node.namedFrom === undefined ? named.line * scale : 0;
        const own = Math.min(most, Math.max(named.min * scale, cells.height - beneath));
        const spare = Math.max(0, cells.height - own - beneath);
        return {
          ...node,
          size: own,
          label: inLines(node.name, lineLength),
          ...shorterForms(node.name, lineLength - 4),
          place: { x: x1 + cells.width / 2, y: y1 + own / 2 + spare * 0.22 },
          within: { x1, y1, x2: x1 + cells.width, y2: y1 + cells.height },
        };
      }),
  );
  const background = laid.map(
    ({ group, box, nameLabel }): BackgroundItem => ({
      type: "tile",
      ...box,
      name: group.label,
      count: group.members.length,
      nameLabel,
      enlargement: scale,
    }),
  );
  const edges = scene.edges.map((edge) => ({ ...edge, isQuiet: true }));
  return { ...scene, nodes, edges, background, anchors: ["bottom"] };
}

const order = ({ look, name }: SceneNode) => `${look} ${name}`;

/** The name label of a tile, and the grid beneath it. */
function filled({ label, members }: Group, box: Box, scale: number) {
  const around = padding * scale;
  const room = { width: box.width - 2 * around, height: box.height - 2 * around };
  const nameLabel = nameLabelIn(
    label,
    members.length,
    { ...box, ...room, x: box.x + around / 2, y: box.y + around / 2 },
    scale,
  );
  const y = nameLabel.y + nameLabel.height;
  const height = Math.max(1, box.y + box.height - around - y);
  const columns = columnsFor(members.length, room.width, height);
  const rows = Math.ceil(members.length / columns);
  return {
    nameLabel,
    cells: {
      x: box.x + around,
      y,
      columns,
      // A few nodes in a wide tile stand together rather than far apart.
      width: Math.min(room.width / columns, 1.5 * cell.width),
      height: Math.min(height / rows, 1.5 * cell.height),
    },
  };
}

/** In as large letters as fit, in one line where that is hardly smaller. */
function nameLabelIn(label: string, count: number, room: Box, scale: number): NameLabel {
  const maxHeight = 0.56 * room.height;
  const fits = nameLabelTexts(label, String(count)).map((text) => ({
    text,
    size: Math.min(letters.max * scale, room.width / nameLabelWidth(text), maxHeight / heightOf(text)),
  }));
  const goodness = ({ text, size }: (typeof fits)[number]) => size / scale - lineCost * heightOf(text);
  const { text, size } = fits.reduce((best, fit) => (goodness(fit) > goodness(best) ? fit : best));
  return {
    x: room.x,
    y: room.y,
    width: Math.min(room.width, nameLabelWidth(text, size) + 1),
    height: heightOf(text, size),
    size,
    tellsState: true,
  };
}

/** As many columns as make the cells the shape of a node with its name. */
function columnsFor(count: number, width: number, height: number): number {
  const wanted = Math.sqrt((count * width * cell.height) / (height * cell.width));
  const sizeOf = (columns: number) =>
    Math.min(width / columns / cell.width, height / Math.ceil(count / columns) / cell.height);
  const [low, high] = [Math.max(1, Math.floor(wanted)), Math.max(1, Math.ceil(wanted))];
  return Math.min(count, sizeOf(low) > sizeOf(high) ? low : high);
}
