import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import words from "../../api/words.json" with { type: "json" };
import { type Answer, startApi, type TestApi } from "../support/api.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

const key = `small-${process.pid}`;
const document = smallEcosystem(key);
const importText = `mutation ($input: ImportEcosystemInput!) {
  importEcosystem(input: $input) {
    ecosystem { key revision } created updated unchanged removed errors { path message } warnings { path message }
  }
}`;

let api: TestApi;
let first: Answer;
const store = (content: unknown, more: object = {}) =>
  api.query(importText, { input: { format: "ECOSYSTEM", content: JSON.stringify(content), ...more } });
const ask = async (fields: string, variables: object = {}, declare = "") => {
  const answer = await api.query(`query ($key: String! ${declare}) { ecosystem(key: $key) { ${fields} } }`, {
    key,
    ...variables,
  });
  expect(answer.errors).toBeUndefined();
  return answer.data.ecosystem;
};

beforeAll(async () => {
  api = await startApi();
  first = await store(document, { why: "A first look" });
});
afterAll(() => api?.close());

describe("import", () => {
  test("an import counts every record that it created", () => {
    expect(first.errors).toBeUndefined();
    const { errors, created, updated, removed } = first.data.importEcosystem;
    const records = Object.values(document).filter(Array.isArray).flat().length;
    expect({ errors, created, updated, removed }).toEqual({ errors: [], created: records, updated: 0, removed: 0 });
  });

  test("the same document again changes nothing and leaves the revision alone", async () => {
    const { revision } = await ask("revision");
    const { data } = await store(document);
    expect(data.importEcosystem).toMatchObject({ created: 0, updated: 0, removed: 0, ecosystem: { key, revision } });
  });

  test("an import with an error stores nothing and says where it stands", async () => {
    const { data } = await store({
      ...document,
      relations: [{ from: "sysco", to: "nobody", type: "OWNS" }],
    });
    expect(data.importEcosystem).toMatchObject({
      created: 0,
      errors: [{ path: expect.stringContaining("/relations/0") }],
    });
  });

  test("the imported ecosystem is in the list", async () => {
    const { data } = await api.query("{ ecosystems { key name revision focal { name } } }");
    expect(data.ecosystems).toContainEqual({
      key,
      name: "Small works",
      revision: expect.any(Number),
      focal: { name: "SysCo" },
    });
  });

  test("the document comes back with the same facts", async () => {
    const { document: back } = await ask("document");
    const plain = (text: unknown) => {
      const facts = JSON.parse(JSON.stringify(text)) as Record<string, unknown>;
      for (const list of Object.values(facts)) {
        if (Array.isArray(list)) list.sort((a, b) => (JSON.stringify(sorted(a)) < JSON.stringify(sorted(b)) ? -1 : 1));
      }
      return facts;
    };
    const sorted = (record: object) => Object.fromEntries(Object.entries(record).sort());
    const { agreements: _agreements, ...expected } = plain(document);
    expect(plain(back)).toMatchObject(expected);
  });

  test("a change is seen by the next query", async () => {
    const before = await ask('revision actor(key: "mill") { country }');
    await store({
      format: "ecosystem/1",
      ecosystem: document.ecosystem,
      actors: [{ ...document.actors![2], country: "FI" }],
    });
    const after = await ask('revision actor(key: "mill") { country }');
    expect([before.actor.country, after.actor.country]).toEqual([null, "FI"]);
    expect(after.revision).toBe(before.revision + 1);
  });

  test("the change log names who and why", async () => {
    const { changes } = await ask("changes(first: 100) { revision at who why created }");
    expect(changes.at(-1)).toMatchObject({ who: "admin", why: "A first look" });
    const { records } = await ask(
      "records(kind: ACTORS, first: 1) { edges { node { key history { revision who before after } } } }",
    );
    expect(records.edges[0].node.history.at(-1)).toMatchObject({
      who: "admin",
      before: null,
      after: { name: "Gone Ltd" },
    });
  });
});

test("a record is as rich by its id as in the list of its kind", async () => {
  const facts = "validFrom validTo confidence evidence { key } history { revision who why before after }";
  const kinds = { ACTORS: "Actor", EVIDENCE: "Evidence", ACTIVITIES: "Activity", CLAIMS: "Claim", MOVES: "Move" };
  const from = "2024-01-01";
  const known = { validFrom: from, validTo: "2030-01-01", confidence: 0.5, evidence: ["report"] };
  const rich = { key: `${key}-rich` };
  await store({
    ...smallEcosystem(rich.key),
    actors: [...document.actors!, { key: "known", name: "Known", kinds: ["OTHER"], ...known }],
    activities: [...document.activities!, { key: "known", name: "Known", layer: "SERVICE", ...known }],
    claims: [...document.claims!, { about: "known", activity: "known", extent: 0.5, ...known }],
    moves: [...document.moves!, { key: "a", actor: "known", date: from, type: "ENTRY", title: "Enters", ...known }],
  });
  for (const [kind, type] of Object.entries(kinds)) {
    const { records } = await ask(`records(kind: ${kind}) { edges { node { id ${facts} } } }`, rich);
    for (const { node: listed } of records.edges) {
      const { data, errors } = await api.query(
        `query ($id: ID!) { node(id: $id) { __typename id ... on ${type} { ${facts} } ... on Fact { sure: confidence } } }`,
        { id: listed.id },
      );
      expect(errors).toBeUndefined();
      expect(data.node).toEqual({ ...listed, __typename: type, sure: listed.confidence });
      expect(data.node.history).not.toEqual([]);
    }
    const found = records.edges.filter(({ node }: { node: { confidence: number } }) => node.confidence === 0.5);
    expect(found.length, kind).toBe(kind === "EVIDENCE" ? 0 : 1);
    for (const { node } of found) expect(node).toMatchObject({ ...known, evidence: [{ key: "report" }] });
  }
});

test("the list of ecosystems asks once, whatever it tells of their focal actors; their evidence is there too", async () => {
  const watched = await startApi({ inThisThread: true });
  const asks = [vi.spyOn(watched.db, "read"), vi.spyOn(watched.db, "reading")];
  const { data } = await watched.query("{ ecosystems { key focal { id key name kinds } } }");
  expect(asks.reduce((sum, { mock }) => sum + mock.calls.length, 0)).toBe(1);
  await watched.close();
  const { focal } = data.ecosystems.find((it: { key: string }) => it.key === key);
  expect(focal).toEqual((await ask("focal { id key name kinds }")).focal);
  const rich = await api.query("{ ecosystems { key focal { evidence { key } history { revision } } } }");
  expect(rich.data.ecosystems.find((it: { key: string }) => it.key === key).focal).toEqual({
    evidence: [{ key: "report" }],
    history: [{ revision: 1 }],
  });
});

describe("reading", () => {
  test("positions say where each actor stands", async () => {
    const { positions } = await ask(
      'positions(asOf: "2025-01-01") { actor { key } servitization breadth perceptionGap extents { activity { key } extent own others lead } }',
    );
    expect(positions).toEqual([
      {
        actor: { key: "rivalco" },
        servitization: 1,
        breadth: 1,
        perceptionGap: null,
        extents: [{ activity: { key: "run" }, extent: 1, own: 1, others: null, lead: true }],
      },
      {
        actor: { key: "sysco" },
        servitization: 0.5,
        breadth: 2,
        perceptionGap: 0.4,
        extents: [
          { activity: { key: "make" }, extent: 0.5, own: 0.5, others: null, lead: true },
          { activity: { key: "run" }, extent: 0.5, own: 0.5, others: 0.1, lead: true },
        ],
      },
    ]);
  });

  test("boundaries say who leads and on whose word", async () => {
    const { boundaries } = await ask(
      'boundaries(asOf: "2025-01-01") { activity { key } status value leads { key } attributed { key } claims { by { key } about { key } lead evidence { title } } }',
    );
    expect(boundaries).toMatchObject([
      { activity: { key: "make" }, status: "AGREED", value: 1, leads: [{ key: "sysco" }] },
      { activity: { key: "run" }, status: "CONTESTED", value: 0.5, leads: [{ key: "rivalco" }, { key: "sysco" }] },
    ]);
    expect(boundaries[0].claims[0].evidence).toEqual([{ title: "Annual report" }]);
  });

  test("the map's nodes are found again by their ids", async () => {
    const { map } = await ask("map { nodes { id key kind label } edges { id source target kind } truncated }");
    expect(map.nodes).toHaveLength(8);
    expect(map.truncated).toBe(false);
    const ids = new Set(map.nodes.map(({ id }: { id: string }) => id));
    expect(
      map.edges.every(({ source, target }: { source: string; target: string }) => ids.has(source) && ids.has(target)),
    ).toBe(true);
    for (const { id, kind } of map.nodes) {
      const { data } = await api.query("query ($id: ID!) { node(id: $id) { __typename id } }", { id });
      expect(data.node).toEqual({
        __typename: { ACTOR: "Actor", ACTIVITY: "Activity" }[kind as string] ?? "Record",
        id,
      });
    }
  });

  test("coherence lists seven dimensions, each with a question and items with their subjects", async () => {
    const { coherence, questions, interventions } = await ask(
      `coherence(asOf: "2025-01-01") { score low high coverage lowest asOf revision
         dimensions { kind status question reason weight score items { key label value low high weight loss subjects { __typename id } evidence { key } } } }
       questions(asOf: "2025-01-01", first: 3) { dimension key width subjects { id } }
       interventions(asOf: "2025-01-01") { kind key label gain subjects { id } }`,
    );
    expect(coherence.dimensions).toHaveLength(7);
    expect(coherence.score).toBeGreaterThan(0);
    expect(coherence.dimensions.every(({ question }: { question: string }) => question.length > 10)).toBe(true);
    expect(questions.length).toBeGreaterThan(0);
    expect(interventions.length).toBeGreaterThan(0);
  });

  test("threats name the rival, its type and what it is made of", async () => {
    const { threats } = await ask(
      `threats(asOf: "2025-01-01") { focal { key } rivals { rival { key } threat level type typeSource tagOutdated
         factors { kind value contribution terms { label share subjects { id } evidence { key } } } dampers { kind low high }
         moves { key } } countsByType { type count } unansweredMoves { key } medianResponseDays firstMoverShare }
       segments(asOf: "2025-01-01") { readiness infrastructure origin age customers { key } }`,
    );
    expect(threats.rivals[0]).toMatchObject({
      rival: { key: "rivalco" },
      type: "SIMILAR_MANUFACTURER",
      moves: [{ key: "m1" }],
    });
    expect(threats.unansweredMoves).toEqual([{ key: "m1" }]);
  });

  test("a page of actors goes on where the one before ended", async () => {
    const page = "edges { cursor node { key } } pageInfo { hasNextPage endCursor } totalCount";
    const one = (await ask(`actors(first: 3) { ${page} }`)).actors;
    const two = (
      await ask(`actors(first: 3, after: $after) { ${page} }`, { after: one.pageInfo.endCursor }, "$after: String")
    ).actors;
    expect([...one.edges, ...two.edges].map(({ node }) => node.key)).toEqual(["gone", "mill", "rivalco", "sysco"]);
    expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage, one.totalCount]).toEqual([true, false, 4]);
  });

  test("actors are filtered by kind, text, label and date", async () => {
    const keys = async (filter: object) =>
      (
        await ask("actors(filter: $filter) { edges { node { key } } }", { filter }, "$filter: ActorFilter")
      ).actors.edges.map(({ node }: { node: { key: string } }) => node.key);
    expect(await keys({ kinds: ["MANUFACTURER"] })).toEqual(["rivalco", "sysco"]);
    expect(await keys({ text: "system comp" })).toEqual(["sysco"]);
    expect(await keys({ labels: ["paper"] })).toEqual(["mill"]);
    expect(await keys({ asOf: "2018-06-01" })).toEqual(["gone", "mill", "sysco"]);
  });

  test("every kind of record can be read with its data", async () => {
    const { data } = await api.query('{ __type(name: "RecordKind") { enumValues { name } } }');
    for (const { name } of data.__type.enumValues) {
      const { records } = await ask(
        `records(kind: ${name}) { totalCount edges { node { id key label data evidence { key } } } }`,
      );
      expect(records.edges).toHaveLength(Math.min(20, records.totalCount));
    }
  });

  test("a search finds an actor by its alias", async () => {
    const { search } = await ask('search(text: "System Company") { score label node { __typename id } }');
    expect(search[0]).toMatchObject({ label: "SysCo", node: { __typename: "Actor" } });
  });

  test("whoever asks is told who they are", async () => {
    expect((await api.query("{ me { name isAdmin } }")).data.me).toEqual({ name: "admin", isAdmin: true });
  });

  test("an id that names nothing is null, however odd", async () => {
    for (const id of ["", "x", "b3RoZXI", Buffer.from("actors:none:none").toString("base64url"), "%00"]) {
      expect((await api.query("query ($id: ID!) { node(id: $id) { id } }", { id })).data.node).toBeNull();
    }
    expect((await api.query('{ ecosystem(key: "no-such") { name } }')).data.ecosystem).toBeNull();
  });
});

describe("bad arguments", () => {
  const overlap = (weight: number) => `{factor: OVERLAP, weight: ${weight}}`;
  const many = Array.from({ length: 401 }, (_, at) => `"${new Date(at * 86_400_000).toISOString().slice(0, 10)}"`);
  const factorKinds = Object.keys(words.ThreatFactorKind);
  test.each([
    ["IMPOSSIBLE_DATE", 'positions(asOf: "2025-02-30") { breadth }'],
    ["BAD_CONFIDENCE", "boundaries(minConfidence: 2) { status }"],
    ["DOUBLE_WEIGHT", `threats(weights: [${overlap(1)}, ${overlap(2)}]) { firstMoverShare }`],
    ["NEGATIVE_WEIGHT", `threats(weights: [${overlap(-1)}]) { firstMoverShare }`],
    ["HUGE_WEIGHT", `threats(weights: [${overlap(1e300)}]) { firstMoverShare }`],
    [
      "ALL_WEIGHTS_ZERO",
      `threats(weights: [${factorKinds.map((factor) => `{factor: ${factor}, weight: 0}`).join(", ")}]) { firstMoverShare }`,
    ],
    ["BAD_HALF_LIFE", "threats(halfLifeDays: 0) { firstMoverShare }"],
    ["BAD_FIRST", "threats(first: -1) { firstMoverShare }"],
    ["FOCAL_UNKNOWN", 'threats(focal: "nobody") { firstMoverShare }'],
    ["FOCAL_WITHOUT_POSITION", 'threats(focal: "mill") { firstMoverShare }'],
    ["RIVAL_UNKNOWN", 'explainThreat(rival: "nobody") { text }'],
    ["NO_DATES", "frames(dates: []) { date }"],
    ["TOO_MANY_DATES", `frames(dates: [${many}]) { date }`],
    ["DATES_NOT_ASCENDING", 'frames(dates: ["2024-01-02", "2024-01-01"]) { date }'],
    ["BAD_PERIOD", 'coherenceTrend(from: "2022-01-01", to: "2021-01-01", step: MONTH) { date }'],
  ])("%s is the reason that a program is given", async (reason, fields) => {
    const { errors } = await api.query(`query ($key: String!) { ecosystem(key: $key) { ${fields} } }`, { key });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", reason });
  });

  const cases: [what: string, fields: string][] = [
    ["a date that does not exist", 'positions(asOf: "2025-02-30") { breadth }'],
    ["a date in another form", 'positions(asOf: "1.2.2025") { breadth }'],
    ["a page that is too long", "actors(first: 99999999) { totalCount }"],
    ["a negative page", "actors(first: -1) { totalCount }"],
    ["a cursor from elsewhere", 'actors(after: "abc") { totalCount }'],
    ["a confidence above 1", "boundaries(minConfidence: 2) { status }"],
    ["a negative weight", "coherence(weights: [{dimension: STANDARDS, weight: -1}]) { score }"],
    [
      "a weight given twice",
      "coherence(weights: [{dimension: STANDARDS, weight: 1}, {dimension: STANDARDS, weight: 1}]) { score }",
    ],
    ["an unknown focal actor", 'threats(focal: "nobody") { firstMoverShare }'],
    ["a focal actor without a position", 'threats(focal: "mill") { firstMoverShare }'],
    ["a half-life of nothing", "threats(halfLifeDays: 0) { firstMoverShare }"],
    ["a search text without end", `search(text: "${"a".repeat(301)}") { score }`],
    ["a map without nodes", "map(filter: {limit: 0}) { truncated }"],
  ];
  test.each(cases)("%s is refused as the caller's mistake, in a sentence", async (_what, fields) => {
    const { status, errors } = await api.query(`{ ecosystem(key: "${key}") { ${fields} } }`);
    expect(errors).toHaveLength(1);
    expect(errors![0]!.extensions.code).toBe("BAD_USER_INPUT");
    expect(errors![0]!.message.length).toBeGreaterThan(15);
    expect([200, 400]).toContain(status);
  });

  test("a page that is too long is refused as a variable too", async () => {
    const { errors } = await api.query(
      "query ($key: String!, $first: Int) { ecosystem(key: $key) { actors(first: $first) { totalCount } } }",
      { key, first: 99_999_999 },
    );
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });
});
