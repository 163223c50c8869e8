import { readFileSync } from "node:fs";
import { print } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMutation } from "../../web/import/import.graphql.ts";
import { startApi, type TestApi } from "../support/api.ts";

// A landscape through the page's own operation: dry run, import, the same again, a changed file, and replacing.

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

const content = readFileSync("tests/cases/landscapes/small.yml", "utf8");
const ecosystem = `pumps-${process.pid}`;
async function send(input: object) {
  const { data, errors } = await api.query(print(importMutation), {
    input: { format: "LANDSCAPE2", content, ecosystem, name: "pumps.yml", ...input },
  });
  expect(errors).toBeUndefined();
  return data.importEcosystem;
}
const counts = ({ created, updated, unchanged, removed }: Record<string, number>) => [
  created,
  updated,
  unchanged,
  removed,
];

test("a landscape is checked, imported, imported again, and replaced by a changed file", async () => {
  const checked = await send({ dryRun: true });
  expect(checked.errors).toEqual([]);
  expect(checked.ecosystem).toBeNull();
  // 4 actors, 5 offerings, 3 activities, and evidence of 8 items and the file.
  expect(counts(checked)).toEqual([21, 0, 0, 0]);
  expect(checked.made.map(({ what, count }: { what: string; count: number }) => [what, count])).toEqual([
    ["Activities", 3],
    ["Actors", 4],
    ["Offerings", 5],
  ]);
  expect(checked.leftOut[0]).toEqual({
    what: "logo",
    count: 1,
    entries: [{ path: "line 13, column 19", message: "pump-watch.svg: not read." }],
  });
  expect(checked.categories.at(-1)).toEqual({ name: "End Users", items: 1, holds: "ORGANISATIONS", kind: "CUSTOMER" });

  const stored = await send({ idempotencyKey: "first" });
  expect(stored.ecosystem).toMatchObject({ key: ecosystem, name: ecosystem });
  expect(counts(stored)).toEqual([21, 0, 0, 0]);
  // The kept answer of the same key comes with the account of the file.
  expect(await send({ idempotencyKey: "first" })).toEqual(stored);

  const again = await send({});
  expect(counts(again)).toEqual([0, 0, 21, 0]);
  expect(again.ecosystem.revision).toBe(stored.ecosystem.revision);

  const changed = content.replaceAll("Lonely", "Newcomer").replaceAll("lonely", "newcomer");
  expect(counts(await send({ content: changed, dryRun: true }))).toEqual([3, 1, 17, 0]);
  // An actor, its offering and its evidence go; three others come; the file's own evidence has another hash.
  expect(counts(await send({ content: changed, replaceFile: true }))).toEqual([3, 1, 17, 3]);
  const { data } = await api.query(
    `{ ecosystem(key: "${ecosystem}") { positions(asOf: "2024-01-01") { actor { name } } } }`,
  );
  expect(data.ecosystem.positions.map(({ actor }: { actor: { name: string } }) => actor.name).sort()).toEqual([
    "Acme Inc.",
    "Flow",
    "Newcomer",
    "loose",
  ]);
});

test("a category is read as the person says", async () => {
  const categories = [{ category: "Pumps", holds: "ORGANISATIONS", kind: "MANUFACTURER" }];
  const result = await send({ ecosystem: `${ecosystem}-2`, dryRun: true, categories });
  expect(result.made.map(({ what, count }: { what: string; count: number }) => [what, count])).toEqual([
    ["Activities", 2],
    ["Actors", 5],
    ["Offerings", 2],
  ]);
});

test("bytes that are no UTF-8 text are refused in the command line's words", async () => {
  const bytes = Buffer.from("landscape:\n  - name: M\xfcller\n", "latin1");
  const result = await send({ content: "", contentBase64: bytes.toString("base64") });
  expect(result.errors).toEqual([
    {
      path: "line 2, column 12",
      message:
        "The file is not UTF-8: the byte 0xFC at offset 22 belongs to another encoding, often Latin-1 (Windows-1252). Save it as UTF-8.",
    },
  ]);
});
