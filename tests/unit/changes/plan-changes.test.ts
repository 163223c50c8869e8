import { describe, expect, test } from "vitest";
import { Draft } from "../../../api/changes/batch/draft.ts";
import { planChanges, type RecordEdit } from "../../../api/changes/batch/plan-changes.ts";
import { RecordsAtHand } from "../../../api/changes/batch/records-at-hand.ts";
import type { RecordKind } from "../../../cypher/model/document.ts";
import { nameOfOne } from "../../../cypher/model/record-kinds.ts";
import { PlainStore } from "../../support/plain-store.ts";
import { smallEcosystem } from "../../support/small-ecosystem.ts";

type Edit = Partial<RecordEdit> & { kind: RecordKind };
type Expected = { version?: number; record?: string };

const store = () => new PlainStore(smallEcosystem("x"));
const put = (kind: RecordKind, fields: object, { version, record }: Expected = {}): Edit => ({
  does: "put",
  kind,
  fields: fields as Record<string, unknown>,
  expectedVersion: version,
  record,
});
const remove = (kind: RecordKind, key: string, withReferring = false, expectedVersion = 1): Edit => ({
  does: "delete",
  kind,
  key,
  withReferring,
  expectedVersion,
});
const end = (kind: RecordKind, key: string, validTo: string): Edit => ({
  does: "end",
  kind,
  key,
  validTo,
  expectedVersion: 1,
});
const batch =
  (...edits: Edit[]) =>
  (draft: Parameters<typeof planChanges>[0]) =>
    planChanges(
      draft,
      edits.map((edit, at) => {
        const name = edit.does === "put" ? nameOfOne(edit.kind) : edit.does;
        return { path: `/changes/${at}/${name}`, ...edit } as RecordEdit;
      }),
    );
const errorsOf = (...edits: Edit[]) => store().change(batch(...edits)).errors;
const claim = "sysco|sysco|make|";

/** What a planner asks the store for, round by round, when one actor is updated from a version. */
function asksOfUpdate(version: number) {
  const atHand = new RecordsAtHand();
  const author = { who: "A", at: "2026-01-01T00:00:00Z" };
  const [record] = smallEcosystem("x").actors!;
  const plan = () => {
    batch(put("actors", { key: record!.key, founded: 1990 }, { version }))(new Draft(atHand, author));
    return atHand.takeAsks();
  };
  const first = plan();
  const ref = { kind: "actors" as const, key: record!.key };
  atHand.addRecords([ref], [{ ...ref, record: record!, version: 1 }]);
  return { ref, first, second: plan() };
}

test("the history of a record is read only where somebody else has changed it since", () => {
  const { ref, first, second } = asksOfUpdate(1);
  expect(first).toMatchObject({ records: [ref], histories: [] });
  expect(second).toBeNull();
  const stale = asksOfUpdate(0);
  expect(stale.first).toMatchObject({ records: [ref], histories: [] });
  expect(stale.second).toMatchObject({ records: [], histories: [{ ...ref, since: 0 }] });
});

describe("a record", () => {
  test("is created with a key made from its name, numbered where that is taken, also by the same batch", () => {
    const it = store();
    const { errors } = it.change(
      batch(
        put("actors", { name: "Müller & Söhne AG", kinds: ["OTHER"] }),
        put("actors", { name: "Muller Sohne AG", kinds: ["OTHER"] }),
        put("actors", { name: "SysCo", kinds: ["OTHER"] }),
        put("actors", { name: "流体", kinds: ["OTHER"] }),
      ),
    );
    expect(errors).toEqual([]);
    expect(it.document.actors!.slice(-4).map(({ key }) => key)).toEqual([
      "muller-sohne-ag",
      "muller-sohne-ag-2",
      "sysco-2",
      "actor",
    ]);
  });

  test("is updated in the fields that are given; one that is emptied is unknown, not zero", () => {
    const it = store();
    expect(
      it.change(batch(put("actors", { key: "rivalco", country: null, founded: 1990 }, { version: 1 }))).errors,
    ).toEqual([]);
    const rival = it.document.actors!.find(({ key }) => key === "rivalco")!;
    expect(rival).toEqual({
      key: "rivalco",
      name: "RivalCo",
      kinds: ["MANUFACTURER"],
      founded: 1990,
      validFrom: "2020-01-01",
    });
    expect(it.change(batch(put("claims", { lead: null }, { version: 1, record: claim }))).errors).toEqual([]);
    expect(
      it.document.claims!.find(({ about, activity }) => about === "sysco" && activity === "make"),
    ).not.toHaveProperty("lead");
  });

  test("that must have a field cannot have it emptied", () => {
    expect(errorsOf(put("claims", { extent: null }, { version: 1, record: claim }))).toEqual([
      { path: "/changes/0/claim/extent", code: "INVALID", message: "Extent is missing: add it." },
    ]);
  });

  test("is told what is wrong at the field, in the field's words, as an import tells it", () => {
    const wrong = errorsOf(
      put("topics", { name: "Fine" }),
      put("claims", { extent: 2 }, { version: 1, record: claim }),
      put("actors", { name: "A", kinds: ["OTHER"], website: "ftp://x" }),
      put("activities", { name: "B", requires: [{ capability: "modelling", level: 0 }] }),
    );
    expect(wrong).toEqual([
      {
        path: "/changes/2/actor/website",
        code: "INVALID",
        message:
          'Address must be an address that begins with http:// or https://, not "ftp://x": it begins with ftp: and only http: and https: are allowed.'.replace(
            "Address",
            "Website",
          ),
      },
      {
        path: "/changes/3/activity/requires/0/level",
        code: "INVALID",
        message: "Required capabilities must be more than 0, not 0.",
      },
      { path: "/changes/1/claim/extent", code: "INVALID", message: "Extent must be at most 1, not 2." },
    ]);
    const rules = errorsOf(
      put("relations", { from: "sysco", to: "sysco", type: "PARTNERS_WITH", volume: 3 }),
      put("responses", { key: "late", move: "m1", actor: "sysco", date: "2024-01-01" }),
      put("claims", { validFrom: "2024-02-01", validTo: "2024-02-01" }, { version: 1, record: claim }),
    );
    expect(rules.map(({ path }) => path)).toEqual([
      "/changes/0/relation/to",
      "/changes/0/relation/volume",
      "/changes/1/response/date",
      "/changes/2/claim/validTo",
    ]);
  });

  test("may have a text of 10,000 characters, from right to left, or of emoji, and no more", () => {
    const it = store();
    const texts = ["א".repeat(10_000), "🦜".repeat(10_000), "\u202eabc"];
    const { errors } = it.change(
      batch(...texts.map((question, at) => put("topics", { name: `T ${at} 🦜`, question }))),
    );
    expect(errors).toEqual([]);
    expect(it.document.topics!.slice(-3).map(({ question }) => question)).toEqual(texts);
    expect(errorsOf(put("topics", { name: "T", question: "x".repeat(10_001) }))).toMatchObject([
      { path: "/changes/0/topic/question", code: "INVALID" },
    ]);
  });

  test("ends on a day, if it is a fact", () => {
    const it = store();
    expect(it.change(batch(end("relations", "sysco|mill|SUPPLIES|2022-01-01", "2026-01-01"))).errors).toEqual([]);
    expect(it.document.relations!.find(({ validFrom }) => validFrom === "2022-01-01")).toMatchObject({
      validTo: "2026-01-01",
    });
    expect(
      errorsOf(end("topics", "open", "2026-01-01"), end("relations", "sysco|mill|SUPPLIES|2022-01-01", "2020-01-01")),
    ).toEqual([
      { path: "/changes/0/end/kind", code: "INVALID", message: "A topic has no dates: delete it instead." },
      {
        path: "/changes/1/end/validTo",
        code: "INVALID",
        message: "Valid to: validTo must be later than validFrom (2022-01-01).",
      },
    ]);
  });

  test("is named once in a batch", () => {
    expect(
      errorsOf(put("actors", { key: "mill", country: "FI" }, { version: 1 }), remove("actors", "mill")),
    ).toMatchObject([{ path: "/changes/1/delete", code: "DUPLICATE" }]);
  });
});

describe("an identity", () => {
  test("is corrected in place: the record keeps its other fields, and the log says which one it was", () => {
    const it = store();
    const { errors } = it.change(
      batch(put("claims", { activity: "run", validFrom: "2024-01-01" }, { version: 1, record: claim })),
    );
    expect(errors).toEqual([]);
    expect(it.document.claims).toContainEqual({
      by: "sysco",
      about: "sysco",
      activity: "run",
      extent: 0.5,
      lead: true,
      evidence: ["report"],
      validFrom: "2024-01-01",
    });
    expect(it.document.claims).toHaveLength(4);
    expect(it.log.map(({ key, from }) => [key, from])).toEqual([
      [claim, undefined],
      ["sysco|sysco|run|2024-01-01", claim],
    ]);
  });

  test("is not corrected into one that exists, unless that one moves on in the same batch", () => {
    expect(errorsOf(put("claims", { activity: "run" }, { version: 1, record: claim }))).toMatchObject([
      { path: "/changes/0/claim", code: "DUPLICATE" },
    ]);
    const it = store();
    const swap = batch(
      put("claims", { activity: "run" }, { version: 1, record: claim }),
      put("claims", { activity: "make" }, { version: 1, record: "sysco|sysco|run|" }),
    );
    expect(it.change(swap).errors).toEqual([]);
    const own = it.document.claims!.filter(({ by, about }) => by === "sysco" && about === "sysco");
    expect(own.map(({ activity, evidence }) => [activity, evidence])).toEqual([
      ["make", undefined],
      ["run", ["report"]],
    ]);
  });
});

describe("a reference", () => {
  test("may lead to a record of the same batch, in whatever order they come", () => {
    const made = put("actors", { key: "new", name: "New", kinds: ["OTHER"] });
    const about = put("claims", { about: "new", activity: "make", extent: 0.2 });
    expect(errorsOf(about, made)).toEqual([]);
    expect(errorsOf(made, about)).toEqual([]);
    expect(errorsOf(about)).toEqual([
      {
        path: "/changes/0/claim/about",
        code: "UNKNOWN_REFERENCE",
        message: 'About: there is no actor "new": create it in the same change, or correct the key.',
      },
    ]);
  });

  test("to a record that the same batch deletes is refused", () => {
    const about = put("claims", { about: "gone", activity: "make", extent: 0.2 });
    expect(errorsOf(about, remove("actors", "gone", true))).toMatchObject([
      { path: "/changes/0/claim/about", code: "UNKNOWN_REFERENCE" },
    ]);
  });
});

describe("deleting", () => {
  test("what others refer to is refused, and says what would be deleted and what would lose it", () => {
    const [error, ...more] = errorsOf(remove("evidence", "report"));
    expect([error!.path, error!.code, more]).toEqual(["/changes/0/delete", "REFERRED_TO", []]);
    expect(error!.message).toContain("take it out of 1 actor and 1 claim");
    expect(errorsOf(remove("actors", "rivalco"))[0]!.message).toMatch(
      /: deleting it would delete 2 claims, 1 relation, 1 move and 1 tag\. End it/,
    );
    expect(errorsOf(remove("actors", "gone"))).toEqual([]);
  });

  test("with what refers to it takes it out of lists, empties fields, and deletes only what cannot stand without it", () => {
    const it = store();
    expect(it.change(batch(remove("evidence", "report", true))).errors).toEqual([]);
    expect(it.document.actors!.find(({ key }) => key === "sysco")).not.toHaveProperty("evidence");
    expect(it.document.claims).toHaveLength(4);
    expect(it.change(batch(remove("actors", "sysco", true, 2))).errors).toEqual([]);
    expect(it.document.ecosystem.focal).toBeUndefined();
    expect(it.document.claims!.map(({ by, about }) => [by, about])).toEqual([["rivalco", "rivalco"]]);
    // Two are the fewest participants of an initiative; its maker is not what an installation stands on.
    expect(it.document.initiatives).toEqual([]);
    expect(it.document.installations!.map(({ origin }) => origin)).toEqual([undefined, undefined]);
    expect([it.document.layout, it.document.tags, it.document.offerings]).toEqual([[], [], []]);
  });

  test("a claimant takes its claims with it: without it they would be our own assessment", () => {
    const it = store();
    expect(it.change(batch(remove("actors", "rivalco", true))).errors).toEqual([]);
    expect(it.document.claims!.filter(({ by }) => by === undefined)).toEqual([]);
  });
});

describe("a version that is no longer the record's", () => {
  const changed = () => {
    const it = store();
    it.change(batch(put("actors", { key: "mill", country: "FI", name: "Mill Ten" }, { version: 1 })), "Ann");
    return it;
  };

  test("is a conflict of every field changed since, with both values, who and when", () => {
    const it = changed();
    const { errors, conflicts } = it.change(
      batch(put("actors", { key: "mill", name: "Mill 9", founded: 1900 }, { version: 1 })),
    );
    expect(errors).toMatchObject([{ path: "/changes/0/actor", code: "CONFLICT" }]);
    const told = { kind: "actors", key: "mill", version: 2, who: "Ann", at: "2026-11-27T12:00:00.000Z" };
    expect(conflicts).toEqual([
      { ...told, field: "name", theirs: "Mill Ten", yours: "Mill 9" },
      { ...told, field: "country", theirs: "FI", yours: null },
    ]);
    expect(it.revision).toBe(2);
  });

  test("of a record that was deleted is a conflict of the whole", () => {
    const it = changed();
    it.change(batch(remove("actors", "mill", true, 2)), "Bob");
    const { errors, conflicts } = it.change(batch(put("actors", { key: "mill", founded: 1900 }, { version: 2 })));
    expect(errors).toMatchObject([{ path: "/changes/0/actor", code: "CONFLICT" }]);
    expect(conflicts).toMatchObject([{ key: "mill", version: 3, field: null, theirs: null, who: "Bob" }]);
  });

  test("is that of one to create, where it exists already; one that never was is not found", () => {
    const { errors, conflicts } = store().change(batch(put("actors", { key: "mill", name: "M", kinds: ["OTHER"] })));
    expect(errors).toMatchObject([{ path: "/changes/0/actor", code: "CONFLICT" }]);
    expect(conflicts).toMatchObject([
      { key: "mill", version: 1, field: null, theirs: { name: "Mill Nine" }, yours: { name: "M" } },
    ]);
    expect(errorsOf(put("actors", { key: "nobody", name: "M" }, { version: 1 }))).toMatchObject([
      { code: "NOT_FOUND" },
    ]);
  });

  test("does not count for places on the map: the last drag wins", () => {
    const it = store();
    const pin = { lens: "NETWORK", kind: "ACTOR", key: "sysco" };
    expect(it.change(batch(put("layout", { ...pin, x: 7, y: 7 }))).errors).toEqual([]);
    expect(it.change(batch(put("layout", { x: 8 }, { record: "NETWORK||ACTOR|sysco" }))).errors).toEqual([]);
    expect(it.document.layout).toEqual([{ ...pin, x: 8, y: 7 }]);
  });
});
