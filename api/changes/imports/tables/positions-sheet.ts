import { recordKinds } from "../../../../cypher/model/record-kinds.ts";
import { capitalise } from "../../../shared/format.ts";
import { GrowingSheet } from "./growing-sheet.ts";
import type { Sheet } from "./table.ts";

/** Where a file has drawn one of its nodes: y grows downwards, as on a screen. */
export interface NodePosition {
  id: string;
  x: number;
  y: number;
}

/** Name of the sheet of positions, which a mapping makes pins of the Network lens. */
export const positionsSheetName = capitalise(recordKinds.layout.plural);
export const positionColumns = { key: "Id", x: "x", y: "y" } as const;

/** Distance of neighbours in the Network lens, to which positions within a unit square are spread out. */
const spacing = 120;
/** Thousandths; zero has no sign. */
const round = (value: number): number => Math.round(value * 1000) / 1000 + 0;

/** The positions of a file's nodes as a table of their own; none where nothing was laid out. */
export function positionsSheet(positions: readonly NodePosition[]): Sheet[] {
  const placed = positions.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const [first] = placed;
  // Nodes that all stand on one point have not been laid out.
  if (!first || placed.every(({ x, y }) => x === first.x && y === first.y)) return [];
  const sheet = new GrowingSheet(positionsSheetName, Object.values(positionColumns));
  const isUnitSquare = placed.every(({ x, y }) => Math.abs(x) <= 1 && Math.abs(y) <= 1);
  const scale = isUnitSquare ? spacing * Math.ceil(Math.sqrt(placed.length)) : 1;
  if (isUnitSquare)
    sheet.mended.push({ row: 1, message: `The positions lie between -1 and 1: they are spread out ${scale} times.` });
  for (const { id, x, y } of placed)
    sheet.add(
      new Map<string, string | number>([
        [positionColumns.key, id],
        [positionColumns.x, round(x * scale)],
        [positionColumns.y, round(y * scale)],
      ]),
    );
  return [sheet.sheet];
}
