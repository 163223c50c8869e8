import type { EcosystemDocument, RecordKind } from "../../../../cypher/model/document.ts";
import type { Table } from "../tables/table.ts";
import { type Column, scaleOf } from "./guess-columns.ts";
import { headerScore } from "./header-words.ts";
import type { FieldSource, SheetMapping } from "./mapping.ts";
import { decimalOf, parseNumber } from "./parse-number.ts";
import { fold, isNo, isYes, partOf } from "./vocabulary.ts";

/** Columns across that make a matrix. */
const minAcross = 3;

type Cells = "marks" | "grades" | "shares" | "other";

/** A matrix: names down the side, and in each cell a mark or a number for the name above. Null where rows are records. */
export function guessMatrix(
  table: Table,
  columns: readonly Column[],
  likelihood: number,
  stored: EcosystemDocument | null,
): SheetMapping | null {
  const side = columns.find(
    ({ texts }) => texts.length > 0 && new Set(texts).size > texts.length * 0.9 && !isNumeric(texts),
  );
  if (!side) return null;
  const at = columns.indexOf(side);
  const known = (column: Column) =>
    ["country", "founded", "employees", "website", "kinds", "description", "validFrom"].some(
      (field) => headerScore("actors", field, column.name) >= 0.8,
    );
  const across = columns.slice(at + 1).filter((column) => column.texts.length > 0 && !known(column));
  const sorts = across.map(({ texts }) => sortOf(texts));
  const alike = across.filter((_, i) => sorts[i] !== "other");
  const areAll = (sort: Cells) => sorts.every((one) => one === sort || one === "other");
  if (alike.length < minAcross || alike.length < across.length * 0.7) return null;
  const names = new Set(side.texts.map(fold));
  const isSquare = alike.filter(({ name }) => names.has(fold(name))).length >= alike.length * 0.6;
  // Headers that are fields say that rows are records, unless all cells are marks.
  if (!isSquare && likelihood > 2.2 && sorts.some((sort) => sort !== "marks")) return null;
  const kind = isSquare ? "relations" : kindAcross(table, alike, areAll("grades"), stored);
  return matrixOf(table, kind, side, alike, areAll("marks"));
}

const isNumeric = (texts: readonly string[]): boolean =>
  texts.filter((text) => parseNumber(text) !== null).length > texts.length / 2;

function sortOf(texts: readonly string[]): Cells {
  const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length;
  const hasParts = texts.some((text) => partOf(text) !== undefined);
  if (!hasParts && share((text) => isYes(text) || isNo(text)) > 0.9) return "marks";
  const number = (text: string) => parseNumber(text.replace("%", ""));
  if (share((text) => /^[1-5]$/.test(text)) > 0.9) return "grades";
  const isShare = (text: string) => {
    const found = number(text);
    return isYes(text) || isNo(text) || partOf(text) !== undefined || (found !== null && found >= 0 && found <= 100);
  };
  return share(isShare) > 0.9 ? "shares" : "other";
}

type Across = "claims" | "stances" | "adoptions" | "actorCapabilities";

/** What the columns across are: records that are stored under these names, else what their words suggest. */
function kindAcross(
  table: Table,
  across: readonly Column[],
  grades: boolean,
  stored: EcosystemDocument | null,
): Across {
  const has = (kind: RecordKind) => {
    const known = new Set(
      (stored?.[kind] ?? [])
        .flatMap((record) => [(record as { name?: string }).name, (record as { code?: string }).code])
        .filter(Boolean)
        .map((name) => fold(name!)),
    );
    return across.filter(({ name }) => known.has(fold(name))).length >= across.length / 2;
  };
  if (has("activities")) return "claims";
  if (has("topics")) return "stances";
  if (has("standards")) return "adoptions";
  if (has("capabilities")) return "actorCapabilities";
  const words = [table.sheet ?? "", ...table.above, ...across.map(({ name }) => name)].join(" ");
  if (/survey|question|umfrage|kysely|encuesta|enquête/i.test(words) || across.some(({ name }) => name.includes("?")))
    return "stances";
  if (/\b(?:ISO|IEC|IEEE|EN|OPC|DIN|standard)\b/.test(across.map(({ name }) => name).join(" "))) return "adoptions";
  if (/capabilit|skill|competence/i.test(table.sheet ?? "")) return "actorCapabilities";
  return grades && /statement|agree|importance/i.test(words) ? "stances" : "claims";
}

const parts = {
  claims: { row: "about", field: "activity", value: "extent" },
  stances: { row: "actor", field: "topic", value: "position" },
  adoptions: { row: "actor", field: "standard", value: "extent" },
  actorCapabilities: { row: "actor", field: "capability", value: "level" },
  relations: { row: "from", field: "to", value: "volume" },
} as const;

function matrixOf(
  table: Table,
  kind: keyof typeof parts,
  side: Column,
  across: readonly Column[],
  marks: boolean,
): SheetMapping {
  const { row, field, value } = parts[kind];
  const fields: Record<string, FieldSource> = { [row]: { columns: [side.name] } };
  const texts = across.flatMap((column) => column.texts);
  const decimal = decimalOf(texts);
  const scale =
    kind === "relations" || kind === "stances"
      ? undefined
      : scaleOf(
          texts.filter((text) => !isYes(text) || text === "1"),
          { decimal, names: [...table.above, ...across.map(({ name }) => name)] },
        );
  if (!marks) fields[value] = { columns: [], ...(decimal && { decimal }), ...(scale && { scale }) };
  if (kind === "relations") fields.type = { columns: [], constant: "SUPPLIES" };
  const says = kind === "relations" && marks ? null : value;
  return {
    sheet: table.sheet,
    skip: false,
    kind,
    fields,
    matrix: { columns: across.map(({ name }) => name), field, value: says },
  };
}
