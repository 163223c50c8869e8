import { describe, expect, test } from "vitest";
import { ChangeHistory } from "../../../web/changes/change-history.ts";
import type { Sent } from "../../../web/changes/outcome.ts";
import { rebase, resolved } from "../../../web/changes/rebase.ts";
import { identityOf, placeOfIssue, type ReadRecord, toInput } from "../../../web/changes/record-edits.ts";
import { withSource } from "../../../web/changes/working-source.ts";

const claim: ReadRecord = {
  kind: "CLAIMS",
  key: "|rotor|run|",
  version: 4,
  data: { about: "rotor", activity: "run", extent: 0.3, evidence: ["report"] },
};

describe("edits as the API takes them", () => {
  test("a record with a key is named by it, one without by its identity", () => {
    const actor: ReadRecord = { kind: "ACTORS", key: "rotor", version: 3, data: { key: "rotor" } };
    expect(toInput({ does: "update", record: actor, fields: { country: null } })).toEqual({
      actor: { key: "rotor", expectedVersion: 3, country: null },
    });
    expect(toInput({ does: "update", record: claim, fields: { validFrom: "2026-01-01" } })).toEqual({
      claim: { record: "|rotor|run|", expectedVersion: 4, validFrom: "2026-01-01" },
    });
    expect(toInput({ does: "create", kind: "ACTOR_CAPABILITIES", fields: { level: 0.4 } })).toEqual({
      actorCapability: { level: 0.4 },
    });
    expect(toInput({ does: "delete", record: claim })).toEqual({
      delete: { kind: "CLAIMS", key: "|rotor|run|", expectedVersion: 4, withReferring: false },
    });
  });

  test("the identity of a new record is known from its fields, except where the key is made by the API", () => {
    expect(identityOf("CLAIMS", { about: "rotor", activity: "run", extent: 0.3 })).toBe("|rotor|run|");
    expect(identityOf("ACTORS", { name: "Rotor" })).toBeNull();
  });

  test("a place within a list is told as a field and what is below it", () => {
    expect(placeOfIssue("/changes/2/activity/requires/0/level")).toEqual({ at: 2, field: "requires/0/level" });
    expect(placeOfIssue("/changes/0/delete")).toEqual({ at: 0, field: null });
    expect(placeOfIssue("/idempotencyKey")).toBeNull();
  });
});

describe("the source that is worked from", () => {
  const source = { key: "annual", title: "Annual report", grade: "B2" };
  test("is added to what a fact rests on already", () => {
    expect(withSource({ does: "update", record: claim, fields: { extent: 0.5 } }, source)).toMatchObject({
      fields: { extent: 0.5, evidence: ["report", "annual"] },
    });
    expect(withSource({ does: "create", kind: "CLAIMS", fields: { extent: 0.5 } }, source)).toMatchObject({
      fields: { evidence: ["annual"] },
    });
  });
  test("is not added to what is no fact, nor where the edit says what it rests on", () => {
    const topic = { does: "create", kind: "TOPICS", fields: { name: "Data" } } as const;
    const removal = { does: "update", record: claim, fields: { evidence: [] } } as const;
    expect(withSource(topic, source)).toBe(topic);
    expect(withSource(removal, source)).toBe(removal);
  });
});

describe("a record deleted meanwhile", () => {
  const gone = { key: claim.key, version: 9, field: null, theirs: null, yours: null, who: "Kim", at: "" };
  test("can be made again with all that was read and typed, or be left", () => {
    const edit = { does: "update", record: claim, fields: { extent: 0.5 } } as const;
    const outcome = rebase(edit, [gone]);
    expect(outcome).toMatchObject({
      kind: "ask",
      edit: { does: "create", kind: "CLAIMS", fields: { about: "rotor", activity: "run", extent: 0.5 } },
    });
    if (outcome.kind !== "ask") throw new Error("not asked");
    expect(resolved(outcome.edit, outcome.fields, new Set())).toBeNull();
    expect(resolved(outcome.edit, outcome.fields, new Set([""]))).toBe(outcome.edit);
  });
  test("is deleted already for one who deletes it", () => {
    expect(rebase({ does: "delete", record: claim }, [gone])).toEqual({ kind: "done" });
  });
});

describe("undo and redo", () => {
  const made = (answers: Sent[]) => {
    const asked: number[] = [];
    let kept: string | null = null;
    const around = {
      revert: async ({ revision }: { revision: number }) => {
        asked.push(revision);
        return answers.shift()!;
      },
      onReverted: () => {},
      storage: {
        read: () => kept,
        write: (text: string) => {
          kept = text;
        },
      },
    };
    return { history: new ChangeHistory(around), asked, again: () => new ChangeHistory(around) };
  };
  const done = (revision: number): Sent => ({ answer: { revision, changed: [], errors: [], conflicts: [] } });
  const refused: Sent = {
    answer: {
      revision: null,
      changed: [],
      errors: [{ path: "/revision", code: "CONFLICT", message: "Kim has changed it." }],
      conflicts: [],
    },
  };

  test("redo reverts the reverting, and undo after it reverts that", async () => {
    const { history, asked } = made([done(8), done(9), done(10)]);
    history.push({ revision: 7, label: "Change name" });
    expect(await history.undo()).toBe(true);
    expect(history.state).toMatchObject({ past: [], future: [{ revision: 8 }] });
    expect(await history.redo()).toBe(true);
    expect(await history.undo()).toBe(true);
    expect(asked).toEqual([7, 8, 9]);
  });

  test("a change that cannot be undone stays on top and says why: the one below is not undone", async () => {
    const { history, asked } = made([refused, refused]);
    history.push({ revision: 5, label: "Older" });
    history.push({ revision: 7, label: "Change name" });
    expect(await history.undo()).toBe(false);
    expect(history.state.trouble).toBe("“Change name” could not be undone. Kim has changed it.");
    await history.undo();
    expect(asked).toEqual([7, 7]);
  });

  test("survives a reload; a new change leaves nothing to redo", async () => {
    const { history, again } = made([done(8)]);
    history.push({ revision: 7, label: "Change name" });
    await history.undo();
    expect(again().state.future).toHaveLength(1);
    history.push({ revision: 9, label: "Other" });
    expect(history.state.future).toEqual([]);
  });
});
