import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { readDelimited } from "../../../api/changes/imports/tables/read-delimited.ts";
import { type ExportFormat, exportFormatNamed, exportFormats } from "../../../api/exports/formats/formats.ts";
import type { ActorRecord, EcosystemDocument, RelationRecord } from "../../../cypher/model/document.ts";
import { recordKindNames } from "../../../cypher/model/record-kinds.ts";
import { fullDocument } from "../../support/full-document.ts";
import { readAsGuessed } from "../../support/golden-format.ts";
import { randomDocument } from "../../support/random-document.ts";
import { smallEcosystem } from "../../support/small-ecosystem.ts";

const seed: EcosystemDocument = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../../..", "seed/sysco.json"), "utf8"),
);
const toBytes = (content: string | Uint8Array) =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;
async function written(name: ExportFormat, document: EcosystemDocument): Promise<Uint8Array> {
  const format = exportFormatNamed(name);
  if (!("write" in format)) throw new Error(`${name} writes tables.`);
  return toBytes(await format.write(document));
}

type Of = Record<string, readonly string[]>;
/** Fields that a format does not hold; evidence comes back as records of its own, with the file's besides. */
const lost: Partial<Record<ExportFormat, Of>> = {
  GRAPHML: { actors: ["evidence"], relations: ["evidence"] },
  GEXF: { actors: ["evidence"], relations: ["evidence"] },
  KUMU: { actors: ["evidence"], relations: ["evidence"] },
  STIX: {
    actors: ["evidence", "founded", "employees", "validFrom", "validTo"],
    relations: ["evidence", "volume", "share"],
  },
};

/** Records as they can come back: without what the format does not hold, and without empty lists. */
function comparable(records: readonly (ActorRecord | RelationRecord)[] = [], without: readonly string[] = []) {
  const texts = records.map((record) => {
    const fields = Object.entries(record).filter(
      ([name, value]) =>
        !without.includes(name) && value !== undefined && !(Array.isArray(value) && value.length === 0),
    );
    return JSON.stringify(Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1))));
  });
  return texts.sort().map((text) => JSON.parse(text));
}

async function comesBack(name: ExportFormat, document: EcosystemDocument): Promise<void> {
  const { ending } = exportFormatNamed(name);
  const { document: found, mapped } = await readAsGuessed(`file.${ending}`, await written(name, document));
  expect(mapped.skipped).toEqual([]);
  for (const kind of ["actors", "relations"] as const)
    expect(comparable(found[kind], lost[name]![kind])).toEqual(comparable(document[kind], lost[name]![kind]));
}

const ofGraphs = ["GRAPHML", "GEXF", "KUMU", "STIX"] as const;

test.each(ofGraphs)("actors and relations of the example and of a small ecosystem come back from %s", async (name) => {
  await comesBack(name, seed);
  await comesBack(name, smallEcosystem("small"));
});

test.each(["GRAPHML", "GEXF"] as const)("positions of the Network lens come back from %s", async (name) => {
  const document = smallEcosystem("small");
  const pins = [
    { lens: "NETWORK", kind: "ACTOR", key: "sysco", x: 150.5, y: -2 },
    { lens: "NETWORK", kind: "ACTOR", key: "mill", x: -40, y: 0 },
  ] as const;
  const others = [{ lens: "RIVALS", kind: "ACTOR", key: "mill", x: 9, y: 9 }] as const;
  const { document: found } = await readAsGuessed(
    `a.${name.toLowerCase()}`,
    await written(name, { ...document, layout: [...pins, ...others] }),
  );
  expect(found.layout).toEqual(pins);
});

test("what a format loses is counted and named, and what it holds is not", () => {
  const losses = (name: ExportFormat, document: EcosystemDocument) => exportFormatNamed(name).losses(document);
  const small = smallEcosystem("small");
  const [first] = losses("GEXF", small);
  expect(first).toMatch(/^Left out: 1 capability, /);
  expect(first).toMatch(/ 4 claims, 1 offering, /);
  expect(first).not.toMatch(/actor|relation|evidence/);
  expect(losses("GEXF", small)).toContain("Of evidence only the titles are in the file.");
  expect(losses("KUMU", small)).toContain("Positions on the map are left out.");
  expect(losses("STIX", small)).toContain("Left out of relations: volume.");
  expect(losses("STIX", small)).toContain("Left out of actors: valid from and valid to.");
  expect(losses("XLSX", fullDocument("full"))).toEqual([]);
  const bare: EcosystemDocument = {
    format: "ecosystem/1",
    ecosystem: { key: "bare", name: "Bare" },
    actors: [{ key: "a", name: "A", kinds: ["OTHER"] }],
  };
  expect(ofGraphs.flatMap((name) => losses(name, bare))).toEqual([
    "Only actors that were placed by hand in the Network lens have a position.",
    "Only actors that were placed by hand in the Network lens have a position.",
  ]);
});

test("texts that look like formulas, markup or separators come back as they were", async () => {
  const texts = [
    "=1+1",
    "-5",
    "+49 30",
    "@x",
    "'quoted",
    "a;b",
    "a,b",
    'say "x"',
    "<b>&amp;</b>",
    "ä 漢字 😀",
    "x, Inc.",
  ];
  const actors = texts.map(
    (text, at): ActorRecord => ({
      key: `a${at}`,
      name: `Firm ${at}`,
      kinds: ["OTHER"],
      description: text,
      labels: [text, "b; c"],
    }),
  );
  const document: EcosystemDocument = { format: "ecosystem/1", ecosystem: { key: "t", name: "T" }, actors };
  const csv = exportFormatNamed("CSV");
  if (!("writeTable" in csv)) throw new Error("CSV writes tables.");
  const table = csv.writeTable(document, "actors");
  const { rows } = readDelimited(toBytes(table));
  const at = rows[0]!.cells.indexOf("Description");
  expect(rows.slice(1).map(({ cells }) => cells[at])).toEqual(texts);
  for (const cell of table
    .split("\r\n")
    .slice(1)
    .flatMap((line) => line.split(",")))
    expect(cell).not.toMatch(/^"?[=+\-@]/);
  for (const name of ofGraphs) await comesBack(name, document);
});

test("every kind of record is a table of its own, with a header and a row for each", async () => {
  const csv = exportFormatNamed("CSV");
  if (!("writeTable" in csv)) throw new Error("CSV writes tables.");
  const document = fullDocument("full");
  for (const kind of recordKindNames) {
    const { rows } = readDelimited(toBytes(csv.writeTable(document, kind)));
    expect(rows).toHaveLength(1 + (document[kind]?.length ?? 0));
  }
});

test("random actors and relations come back from every format of graphs", async () => {
  const whole = fc.asyncProperty(randomDocument, async (document) => {
    for (const name of ofGraphs) {
      const bytes = await written(name, document);
      const { ending } = exportFormatNamed(name);
      const { document: found } = await readAsGuessed(`file.${ending}`, bytes);
      expect(found.actors?.length ?? 0).toBe(document.actors?.length ?? 0);
      expect(found.relations?.length ?? 0).toBe(document.relations?.length ?? 0);
    }
  });
  await fc.assert(whole, { numRuns: 40 });
}, 120_000);

test("a Kumu workbook holds no character that XML forbids, and gives a name back that has one", async () => {
  const small = smallEcosystem("forbidden");
  const [first] = small.actors!;
  first!.name = "Pump\uFFFFwerk \uFFFE _x000D_ & Co";
  await comesBack("KUMU", small);
  const texts = partsOf(Buffer.from(await written("KUMU", small)));
  expect(texts.some((xml) => xml.includes("Pump"))).toBe(true);
  for (const xml of texts) expect(xml).not.toMatch(/[\uFFFE\uFFFF]/);
});

/** The texts in a ZIP file, by the headers that stand before each. */
function partsOf(zip: Buffer): string[] {
  const texts: string[] = [];
  for (let at = zip.indexOf("PK\x03\x04", 0, "latin1"); at >= 0; at = zip.indexOf("PK\x03\x04", at + 4, "latin1")) {
    const [method, size] = [zip.readUInt16LE(at + 8), zip.readUInt32LE(at + 18)];
    const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    const part = zip.subarray(start, start + size);
    texts.push((method === 0 ? part : inflateRawSync(part)).toString("utf8"));
  }
  return texts;
}

test("Kumu workbooks have the columns that Kumu reads, and one type for each element", async () => {
  const { sheets } = await readXlsx(await written("KUMU", seed));
  expect(sheets.map(({ name }) => name)).toEqual(["Elements", "Connections"]);
  expect(sheets[0]!.rows[0]).toEqual(expect.arrayContaining(["Label", "Type", "Tags", "Description"]));
  expect(sheets[1]!.rows[0]!.slice(0, 4)).toEqual(["From", "To", "Direction", "Type"]);
  const labels = new Set(seed.actors!.map(({ name }) => name));
  expect(sheets[1]!.rows.slice(1).every(([from, to]) => labels.has(String(from)) && labels.has(String(to)))).toBe(true);
});

test("a STIX bundle is valid: ids of each type, references within it, and the same ids every time", async () => {
  const read = async () => JSON.parse(new TextDecoder().decode(await written("STIX", seed)));
  const { objects, ...bundle } = await read();
  expect(bundle).toEqual({ type: "bundle", id: expect.stringMatching(/^bundle--/) });
  const ids = new Set(objects.map(({ id }: { id: string }) => id));
  expect(ids.size).toBe(objects.length);
  for (const object of objects) {
    expect(object.id).toMatch(
      new RegExp(`^${object.type}--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`),
    );
    for (const ref of [object.source_ref, object.target_ref, ...(object.object_refs ?? [])].filter(Boolean))
      expect(ids.has(ref)).toBe(true);
    if (object.type === "report") expect(object.object_refs.length).toBeGreaterThan(0);
  }
  const again = await read();
  expect(again.objects.map(({ id }: { id: string }) => id)).toEqual(objects.map(({ id }: { id: string }) => id));
});

test("names, endings and descriptions of export formats are each their own", () => {
  for (const field of ["name", "label", "ending", "description"] as const) {
    const values = exportFormats.map((format) => format[field]);
    expect(new Set(values).size).toBe(values.length);
  }
});
