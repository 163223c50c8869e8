import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { subjectOf, tidyList } from "../../api/measures/tidy/tidy.ts";
import { factsInForce } from "../../api/time/in-force.ts";
import { readDocument } from "../../cypher/ecosystems/ecosystems.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

let api: TestApi;
const key = `tidy-${process.pid}`;
const asOf = "2026-06-30";
const bearer = { authorization: "Bearer the-tests-own-admin-token" };

beforeAll(async () => {
  api = await startApi();
  const small = smallEcosystem(key);
  const actors = [...small.actors!, { key: "rival-oy", name: "RivalCo Oy", kinds: ["OTHER" as const], country: "FI" }];
  const content = JSON.stringify({ ...small, actors });
  expect((await importEcosystem(api.db, { format: "ECOSYSTEM", content, who: "Tester" })).errors).toEqual([]);
});
afterAll(() => api?.close());

async function query(text: string, variables: object = {}) {
  const { data, errors } = await api.query(text, { key, asOf, ...variables }, bearer);
  expect(errors).toBeUndefined();
  return data;
}
const documentOf = async () => (await readDocument(api.db, key))!.document;
const change = (mutation: string, type: string, input: object) =>
  query(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) {
       revision errors { path code message } changed { kind key label before after }
       differences { kind record field into from keep } } }`,
    { input: { ecosystem: key, ...input } },
  ).then((data) => data[mutation]);

const tidyQuery = `query ($key: String!, $asOf: Date, $check: TidyCheck, $first: Int, $after: String) {
  ecosystem(key: $key) { tidy(asOf: $asOf) {
    counts { check count }
    items(check: $check, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { check subject label sentence effect since
        subjects { __typename ... on Fact { version asRecord { kind key } } }
        review { ... on Fact { version asRecord { key } } } } }
    } } } }`;
const tidy = async (variables: object = {}) => (await query(tidyQuery, variables)).ecosystem.tidy;
type Edge = { node: { check: string; subject: string } };
const subjects = async (variables: object = {}): Promise<string[]> =>
  (await tidy({ first: 100, ...variables })).items.edges.map(({ node }: Edge) => `${node.check} ${node.subject}`);

describe("the tidy list", () => {
  test("has what the measure finds, in pages and by check, with counts", async () => {
    const document = await documentOf();
    const expected = tidyList(document, factsInForce(document, { asOf })).map((item) => item.key);
    expect(expected.length).toBeGreaterThan(4);
    expect(await subjects()).toEqual(expected);
    const paged: string[] = [];
    for (let after: string | null = null; ; ) {
      const { items } = await tidy({ first: 2, after });
      expect(items.totalCount).toBe(expected.length);
      paged.push(...items.edges.map(({ node }: Edge) => `${node.check} ${node.subject}`));
      if (!items.pageInfo.hasNextPage) break;
      after = items.pageInfo.endCursor;
    }
    expect(paged).toEqual(expected);
    const { counts } = await tidy();
    for (const { check, count } of counts as { check: string; count: number }[]) {
      const own = expected.filter((item) => item.startsWith(`${check} `));
      expect([check, await subjects({ check })]).toEqual([check, own]);
      expect([check, count]).toEqual([check, own.length]);
    }
  });

  test("names the records of an item with their versions, and says what was found", async () => {
    const { items } = await tidy({ check: "POSSIBLE_DUPLICATE" });
    expect(items.edges).toEqual([
      {
        node: {
          check: "POSSIBLE_DUPLICATE",
          subject: "actors/rival-oy/rivalco",
          label: "RivalCo and RivalCo Oy",
          sentence: "RivalCo and RivalCo Oy may be one actor. Same name without legal form or ending.",
          effect: null,
          since: null,
          subjects: ["rivalco", "rival-oy"].map((of) => ({
            __typename: "Actor",
            version: 1,
            asRecord: { kind: "ACTORS", key: of },
          })),
          review: null,
        },
      },
    ]);
  });

  test("leaves out what a review keeps, until the review is undone; an aged fact comes back with its review", async () => {
    const before = await documentOf();
    const aged = `AGED_FACT ${subjectOf([{ kind: "installations", key: "i1" }])}`;
    expect(await subjects()).toContain(aged);
    const review = (on: string) => ({ review: { check: "AGED_FACT", subject: "installations/i1", on } });
    const { revision, errors } = await change("changeRecords", "ChangeRecordsInput", {
      changes: [review("2026-06-01")],
    });
    expect(errors).toEqual([]);
    expect(await subjects()).not.toContain(aged);
    const later = await tidy({ asOf: "2027-07-01", check: "AGED_FACT", first: 100 });
    const again = later.items.edges.find(({ node }: Edge) => node.subject === "installations/i1").node;
    expect(again.review).toEqual({ version: revision, asRecord: { key: "AGED_FACT|installations/i1" } });
    const twice = await change("changeRecords", "ChangeRecordsInput", { changes: [review("2027-07-01")] });
    expect(twice.errors).toMatchObject([{ code: "CONFLICT" }]);
    await change("revertChange", "RevertChangeInput", { revision });
    expect(await subjects()).toContain(aged);
    expect(await documentOf()).toEqual(before);
  });
});

test("a dry run of a merge tells every record and every field with two values, and stores nothing", async () => {
  const before = await documentOf();
  const merging = { kind: "ACTORS", into: "rivalco", intoVersion: 1, from: "rival-oy", fromVersion: 1, dryRun: true };
  const name = { kind: "ACTORS", record: null, field: "name", into: "RivalCo", from: "RivalCo Oy" };
  const country = { kind: "ACTORS", record: null, field: "country", into: "SE", from: "FI" };
  const open = await change("mergeRecords", "MergeRecordsInput", merging);
  expect(open.errors).toMatchObject([{ path: "/choices", code: "INVALID" }]);
  expect(open.differences).toEqual([
    { ...name, keep: "INTO" },
    { ...country, keep: null },
  ]);
  const chosen = await change("mergeRecords", "MergeRecordsInput", {
    ...merging,
    choices: [{ field: "country", keep: "FROM" }],
  });
  expect([chosen.revision, chosen.errors]).toEqual([null, []]);
  expect(chosen.differences).toEqual([
    { ...name, keep: "INTO" },
    { ...country, keep: "FROM" },
  ]);
  expect(chosen.changed.map((row: { key: string; after: object | null }) => [row.key, row.after !== null])).toEqual([
    ["rivalco", true],
    ["rival-oy", false],
  ]);
  expect(await documentOf()).toEqual(before);
});

test("what refers to a record is told by kind, and is another list once a record is merged into it", async () => {
  const referredBy = async (of: string, more = "") => {
    const text = `query ($key: String!) { ecosystem(key: $key) { actor(key: "${of}") {
      referredBy${more} { kind totalCount records(first: 1) { label node { __typename } } } } } }`;
    return (await query(text)).ecosystem.actor.referredBy;
  };
  expect(await referredBy("mill")).toMatchObject([
    { kind: "INTERFACES", totalCount: 1 },
    { kind: "INSTALLATIONS", totalCount: 2, records: [{ label: "Equipment at Mill Nine" }] },
    { kind: "AGREEMENTS", totalCount: 1 },
    { kind: "INITIATIVES", totalCount: 1 },
    { kind: "RELATIONS", totalCount: 3 },
  ]);
  expect(await referredBy("mill", "(kinds: [AGREEMENTS])")).toEqual([
    {
      kind: "AGREEMENTS",
      totalCount: 1,
      records: [{ label: "Data agreement of SysCo with Mill Nine", node: { __typename: "Record" } }],
    },
  ]);
  expect(await referredBy("rival-oy")).toEqual([]);
});
