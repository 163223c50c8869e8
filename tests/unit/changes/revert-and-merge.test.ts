import { describe, expect, test } from "vitest";
import type { Draft } from "../../../api/changes/batch/draft.ts";
import { planChanges, type RecordEdit } from "../../../api/changes/batch/plan-changes.ts";
import { planEvidence } from "../../../api/changes/batch/plan-evidence.ts";
import { type MergeChoice, planMerge } from "../../../api/changes/batch/plan-merge.ts";
import { planRevert } from "../../../api/changes/batch/plan-revert.ts";
import type { EcosystemDocument, RecordKind } from "../../../cypher/model/document.ts";
import { PlainStore } from "../../support/plain-store.ts";
import { smallEcosystem } from "../../support/small-ecosystem.ts";

const put = (kind: RecordKind, fields: object, expectedVersion?: number, record?: string): RecordEdit => ({
  does: "put",
  kind,
  fields: fields as Record<string, unknown>,
  expectedVersion,
  record,
  path: "/changes/0/x",
});
const remove = (kind: RecordKind, key: string, expectedVersion: number): RecordEdit => ({
  does: "delete",
  kind,
  key,
  expectedVersion,
  withReferring: true,
  path: "/changes/0/delete",
});
const batch =
  (...edits: RecordEdit[]) =>
  (draft: Draft) =>
    planChanges(draft, edits);
const revert = (revision: number) => (draft: Draft) => planRevert(draft, revision);
const store = (more: Partial<EcosystemDocument> = {}) => new PlainStore({ ...smallEcosystem("x"), ...more });

describe("reverting", () => {
  test("a change of several records leaves the document as it was, and reverting that is redo", () => {
    const it = store();
    it.change(
      batch(
        put("actors", { key: "mill", country: "FI", labels: null }, 1),
        put("claims", { activity: "make", validFrom: "2020-01-01" }, 1, "rivalco|rivalco|run|"),
        put("topics", { name: "New" }),
        remove("actors", "sysco", 1),
      ),
    );
    expect(it.revision).toBe(2);
    expect(it.change(revert(2)).errors).toEqual([]);
    expect(it.texts[3]).toBe(it.texts[1]);
    expect(it.change(revert(3)).errors).toEqual([]);
    expect(it.texts[4]).toBe(it.texts[2]);
  });

  test("leaves what others have changed in other fields", () => {
    const it = store();
    it.change(batch(put("actors", { key: "mill", country: "FI" }, 1)));
    it.change(batch(put("actors", { key: "mill", founded: 1900 }, 2)), "Ann");
    expect(it.change(revert(2)).errors).toEqual([]);
    const mill = it.document.actors!.find(({ key }) => key === "mill");
    expect(mill).toEqual({ key: "mill", name: "Mill Nine", kinds: ["CUSTOMER"], labels: ["paper"], founded: 1900 });
  });

  test("is refused where a field was changed since, and tells each with both values", () => {
    const it = store();
    it.change(batch(put("actors", { key: "mill", country: "FI", founded: 1900 }, 1)));
    it.change(batch(put("actors", { key: "mill", country: "SE" }, 2)), "Ann");
    const { errors, conflicts } = it.change(revert(2));
    expect(errors).toEqual([
      {
        path: "/revision",
        code: "CONFLICT",
        message: 'The actor "mill" has been changed since: Country. Correct it by hand.',
      },
    ]);
    expect(conflicts).toMatchObject([
      { key: "mill", version: 3, field: "country", theirs: "SE", yours: null, who: "Ann" },
    ]);
    expect(it.revision).toBe(3);
  });

  test("is refused where something made since refers to what the change made", () => {
    const it = store();
    it.change(batch(put("actors", { key: "new", name: "New", kinds: ["OTHER"] })));
    it.change(batch(put("claims", { about: "new", activity: "run", extent: 1 })));
    expect(it.change(revert(2)).errors).toMatchObject([{ path: "/revision", code: "REFERRED_TO" }]);
    expect(it.change(revert(3)).errors).toEqual([]);
    expect(it.change(revert(2)).errors).toEqual([]);
    expect(it.texts[5]).toBe(it.texts[1]);
  });

  test("a deletion is refused where what it would bring back refers to nothing any more", () => {
    const it = store();
    it.change(batch(remove("moves", "m1", 1)));
    it.change(batch(remove("activities", "run", 1)));
    expect(it.change(revert(2)).errors).toMatchObject([{ path: "/revision/activities", code: "UNKNOWN_REFERENCE" }]);
    expect(it.change(revert(9)).errors).toMatchObject([{ path: "/revision", code: "NOT_FOUND" }]);
  });
});

describe("merging", () => {
  const twins = () =>
    store({
      actors: [
        ...smallEcosystem("x").actors!,
        {
          key: "riva",
          name: "Riva Ltd",
          kinds: ["START_UP"],
          country: "FI",
          founded: 1999,
          aliases: ["Riva"],
          labels: ["x"],
        },
      ],
      claims: [
        ...smallEcosystem("x").claims!,
        { by: "riva", about: "riva", activity: "run", extent: 0.4, confidence: 0.5 },
        { by: "riva", about: "rivalco", activity: "run", extent: 0.3 },
        { by: "riva", about: "riva", activity: "make", extent: 0.9 },
      ],
      relations: [
        ...smallEcosystem("x").relations!,
        { from: "riva", to: "rivalco", type: "PARTNERS_WITH" },
        { from: "riva", to: "mill", type: "SUPPLIES" },
      ],
      initiatives: [
        { key: "lab", name: "Lab", participants: ["riva", "rivalco", "mill"] },
        { key: "duo", name: "Duo", participants: ["riva", "rivalco"] },
      ],
      layout: [{ lens: "NETWORK", kind: "ACTOR", key: "riva", x: 1, y: 2 }],
    });
  const merging = (choices: MergeChoice[]) => (draft: Draft) =>
    planMerge(draft, { kind: "actors", into: "rivalco", intoVersion: 1, from: "riva", fromVersion: 1, choices });
  const choices: MergeChoice[] = [
    { field: "country", keep: "FROM" },
    { kind: "claims", record: "rivalco|rivalco|run|", field: "extent", keep: "INTO" },
  ];

  test("asks whose value stays where both have one, of the record and of facts that both have", () => {
    expect(twins().change(merging([])).errors).toEqual([
      { path: "/choices", code: "INVALID", message: 'Country: "SE" and "FI" differ. Choose which stays.' },
      {
        path: "/choices",
        code: "INVALID",
        message: 'Extent of the claim "rivalco|rivalco|run|": 1 and 0.4 differ. Choose which stays.',
      },
      {
        path: "/choices",
        code: "INVALID",
        message: 'Extent of the claim "rivalco|rivalco|run|": 1 and 0.3 differ. Choose which stays.',
      },
    ]);
  });

  test("tells every field for which both have a value, and whose stays; lists are joined and not among them", () => {
    const name = { kind: "actors", record: null, field: "name", into: "RivalCo", from: "Riva Ltd" };
    const country = { kind: "actors", record: null, field: "country", into: "SE", from: "FI" };
    const extent = { kind: "claims", record: "rivalco|rivalco|run|", field: "extent", into: 1 };
    expect(twins().change(merging([])).differences).toEqual([
      { ...name, keep: "INTO" },
      { ...country, keep: null },
      { ...extent, from: 0.4, keep: null },
      { ...extent, from: 0.3, keep: null },
    ]);
    expect(twins().change(merging([...choices, { field: "name", keep: "FROM" }])).differences).toEqual([
      { ...name, keep: "FROM" },
      { ...country, keep: "FROM" },
      { ...extent, from: 0.4, keep: "INTO" },
      { ...extent, from: 0.3, keep: "INTO" },
    ]);
  });

  test("moves references, joins lists, keeps the name as an alias and drops what would join it to itself", () => {
    const it = twins();
    expect(it.change(merging(choices)).errors).toEqual([]);
    const document = it.document;
    expect(document.actors!.find(({ key }) => key === "rivalco")).toEqual({
      key: "rivalco",
      name: "RivalCo",
      kinds: ["MANUFACTURER", "START_UP"],
      country: "FI",
      founded: 1999,
      aliases: ["Riva", "Riva Ltd"],
      labels: ["x"],
      validFrom: "2020-01-01",
    });
    expect(document.actors!.some(({ key }) => key === "riva")).toBe(false);
    expect(JSON.stringify({ ...document, actors: [] })).not.toContain('"riva"');
    expect(document.relations!.filter(({ type }) => type === "PARTNERS_WITH")).toEqual([]);
    expect(document.initiatives).toEqual([{ key: "lab", name: "Lab", participants: ["rivalco", "mill"] }]);
    expect(document.claims).toContainEqual({
      by: "rivalco",
      about: "rivalco",
      activity: "run",
      extent: 1,
      lead: true,
      confidence: 0.5,
    });
    expect(document.layout).toEqual([{ lens: "NETWORK", kind: "ACTOR", key: "rivalco", x: 1, y: 2 }]);
    expect(it.merged).toEqual([{ kind: "actors", key: "riva", into: "rivalco" }]);
  });

  test("is undone to the byte by reverting it, and done again by reverting that", () => {
    const it = twins();
    it.change(merging(choices));
    expect(it.change(revert(2)).errors).toEqual([]);
    expect([it.texts[3], it.merged]).toEqual([it.texts[1], []]);
    expect(it.change(revert(3)).errors).toEqual([]);
    expect([it.texts[4], it.merged.length]).toEqual([it.texts[2], 1]);
  });

  test("leaves the key answering: what names it reaches the other, and no new record gets it", () => {
    const it = twins();
    it.change(merging(choices));
    const { errors } = it.change(
      batch(
        put("actors", { key: "riva", employees: 7 }, 2),
        put("stances", { actor: "riva", topic: "open", position: 2 }),
        put("claims", { extent: 0.8 }, 2, "riva|riva|make|"),
      ),
    );
    expect(errors).toEqual([]);
    expect(it.document.actors!.find(({ key }) => key === "rivalco")).toMatchObject({ employees: 7 });
    expect(it.document.stances).toContainEqual({ actor: "rivalco", topic: "open", position: 2 });
    expect(it.document.claims).toContainEqual({ by: "rivalco", about: "rivalco", activity: "make", extent: 0.8 });
    expect(it.change(batch(put("actors", { key: "riva", name: "R", kinds: ["OTHER"] }))).errors).toMatchObject([
      { path: "/changes/0/x/key", code: "DUPLICATE" },
    ]);
  });

  test("refuses a record without a key, itself, a stale version and a choice that there is not", () => {
    const merge = (more: object) => (draft: Draft) =>
      planMerge(draft, {
        kind: "actors",
        into: "rivalco",
        intoVersion: 1,
        from: "riva",
        fromVersion: 1,
        choices,
        ...more,
      });
    const codes = (more: object) =>
      twins()
        .change(merge(more))
        .errors.map(({ path, code }) => `${path} ${code}`);
    expect(codes({ kind: "claims" })).toEqual(["/kind INVALID"]);
    expect(codes({ from: "rivalco" })).toEqual(["/from INVALID"]);
    expect(codes({ fromVersion: 0 })).toEqual(["/from CONFLICT"]);
    expect(codes({ from: "nobody" })).toEqual(["/from NOT_FOUND"]);
    expect(codes({ choices: [...choices, { field: "website", keep: "INTO" }] })).toEqual(["/choices/2 INVALID"]);
  });
});

describe("attaching evidence", () => {
  test("adds one source to many facts, once each, and only to facts", () => {
    const it = store();
    const rows = [
      { kind: "claims" as const, key: "sysco|sysco|make|", expectedVersion: 1 },
      { kind: "moves" as const, key: "m1", expectedVersion: 1 },
    ];
    expect(it.change((draft) => planEvidence(draft, "report", rows)).errors).toEqual([]);
    expect(it.log.map(({ key }) => key)).toEqual(["m1"]);
    expect(it.document.moves![0]).toMatchObject({ evidence: ["report"] });
    const { errors } = it.change((draft) =>
      planEvidence(draft, "nothing", [{ kind: "topics", key: "open", expectedVersion: 1 }, rows[1]!]),
    );
    expect(errors.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "/evidence UNKNOWN_REFERENCE",
      "/records/0/kind INVALID",
      "/records/1 CONFLICT",
    ]);
  });
});
