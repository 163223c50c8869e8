import { expect, test } from "vitest";
import { kumu } from "../../../api/changes/imports/formats/kumu.ts";
import { stix } from "../../../api/changes/imports/formats/stix.ts";
import { UnreadableFile } from "../../../api/changes/imports/issue.ts";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { readAsGuessed } from "../../support/golden-format.ts";

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
const read = (value: unknown, stored: EcosystemDocument | null = null) =>
  readAsGuessed("file.json", bytes(value), stored);
function problem(sheets: () => unknown) {
  try {
    sheets();
  } catch (error) {
    if (error instanceof UnreadableFile) return error.issues[0]!;
    throw error;
  }
  return null;
}

const identity = (id: string, more: object = {}) => ({
  type: "identity",
  spec_version: "2.1",
  id: `identity--${id}`,
  created: "2026-01-01T00:00:00.000Z",
  modified: "2026-01-01T00:00:00.000Z",
  name: id,
  ...more,
});
const bundle = (...objects: object[]) => ({ type: "bundle", id: "bundle--1", objects });

test("a Kumu project that is none, or whose lists hold no objects, says where it is wrong", () => {
  expect(problem(() => kumu.sheets(bytes({ nodes: [] })))!.message).toMatch("no list of elements or connections");
  expect(problem(() => kumu.sheets(bytes({ elements: [{ label: "A" }, 3] })))).toMatchObject({ path: "/elements/1" });
  expect(problem(() => kumu.sheets(bytes({ elements: [], connections: [] })))!.message).toMatch("is empty");
  expect(problem(() => kumu.sheets(bytes('{"elements": [{"label": "A"}')))!.message).toMatch("not valid JSON");
  expect(problem(() => kumu.sheets(bytes('{"elements": [], "elements": []}')))!.path).toMatch(/^line 1/);
});

test("loops of Kumu are told, and a connection of an element to itself is refused with its row", async () => {
  const { document, mapped } = await read({
    elements: [{ label: "A" }, { label: "B" }],
    connections: [
      { from: "A", to: "A", type: "Supplies" },
      { from: "A", to: "B", type: "Supplies" },
    ],
    loops: [{ label: "R1" }, { label: "B1" }],
  });
  expect(document.relations).toMatchObject([{ from: "a", to: "b", type: "SUPPLIES" }]);
  expect(mapped.skipped).toEqual([
    { sheet: "Connections", row: 2, column: "To", message: "A relation must join two different actors." },
  ]);
  expect(mapped.leftOut[0]).toMatchObject({ what: "Loops", count: 2 });
});

test("connections of Kumu without any type are partnerships, until the mapping says otherwise", async () => {
  const { document, mapped } = await read({ connections: [{ from: "A", to: "B", direction: "undirected" }] });
  expect(document.relations).toMatchObject([{ from: "a", to: "b", type: "PARTNERS_WITH" }]);
  expect(mapped.skipped).toEqual([]);
});

test("a STIX bundle that is none, or whose objects have no id, says where it is wrong", () => {
  expect(problem(() => stix.sheets(bytes({ type: "bundle" })))!.message).toMatch("no STIX bundle");
  expect(problem(() => stix.sheets(bytes(bundle(identity("a"), { type: "identity" }))))).toMatchObject({
    path: "/objects/1",
  });
  expect(problem(() => stix.sheets(bytes(bundle({ type: "malware", id: "malware--1" }))))!.message).toMatch(
    "no identities",
  );
});

test("what extensions of STIX add is listed by its name, and never dropped in silence", async () => {
  const definition = { type: "extension-definition", id: "extension-definition--7", name: "Supply chain" };
  const { mapped } = await read(
    bundle(definition, identity("a", { extensions: { "extension-definition--7": { tier: 2 } }, x_rank: 4 })),
  );
  expect(mapped.leftOut.map(({ what, count }) => `${what}: ${count}`)).toEqual([
    "Objects of type “extension-definition”: 1",
    "Extension “Supply chain”: 1",
    "Property “x_rank” of objects of type identity: 1",
  ]);
});

test("the same number in two files is the same actor only under the same name", async () => {
  const first = { elements: [{ id: "1", label: "Reed" }], connections: [] };
  const { document } = await read(first);
  expect(document.actors).toMatchObject([{ key: "1", name: "Reed" }]);
  const other = { elements: [{ id: "1", label: "Birch" }], connections: [{ from: "1", to: "Elm", type: "Supplies" }] };
  const stored = { ...document, evidence: document.evidence!.map((one) => ({ ...one, key: "file-earlier-json" })) };
  stored.actors = stored.actors!.map((actor) => ({ ...actor, evidence: ["file-earlier-json"] }));
  const next = await read(other, stored);
  expect(next.document.actors).toMatchObject([
    { key: "birch", name: "Birch" },
    { key: "elm", name: "Elm" },
  ]);
  expect(next.document.relations).toMatchObject([{ from: "birch", to: "elm" }]);
  // A newer version of the same file may rename it.
  const renamed = await read({ elements: [{ id: "1", label: "Reed & Co" }], connections: [] }, document);
  expect(renamed.document.actors).toMatchObject([{ key: "1" }]);
});
