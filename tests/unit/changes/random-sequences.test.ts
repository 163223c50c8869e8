import { expect, test } from "vitest";
import { planRevert } from "../../../api/changes/batch/plan-revert.ts";
import { documentIssues } from "../../../api/changes/check/document-issues.ts";
import { planImport } from "../../../api/changes/check/plan.ts";
import { takeBack } from "../../../cypher/ecosystems/take-back.ts";
import { PlainStore, textOf } from "../../support/plain-store.ts";
import { randomChange } from "../../support/random-changes.ts";
import { seededRandom } from "../../support/seeded-random.ts";
import { smallEcosystem } from "../../support/small-ecosystem.ts";

test("200 random sequences of changes, reverts and merges: every state can be imported, taken back and undone", () => {
  let stored = 0;
  let refused = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const random = seededRandom(seed);
    const store = new PlainStore(smallEcosystem("x"));
    for (let step = 0; step < 12; step++) {
      const before = store.revision;
      const { errors } = store.change(randomChange(store, random));
      if (errors.length > 0) refused++;
      if (store.revision === before) continue;
      stored++;
      const named = `seed ${seed}, revision ${store.revision}`;
      expect(documentIssues(store.document), named).toEqual([]);
      expect(planImport(null, store.document, false).errors, named).toEqual([]);
      // Undone at once, the document is what it was, and redone what it has become.
      if (!random.chance(0.3)) continue;
      expect(store.change((draft) => planRevert(draft, store.revision)).errors, named).toEqual([]);
      expect(store.texts[store.revision], named).toBe(store.texts[before]);
      expect(store.change((draft) => planRevert(draft, store.revision)).errors, named).toEqual([]);
      expect(store.texts[store.revision], named).toBe(store.texts[before + 1]);
    }
    for (let revision = 1; revision <= store.revision; revision++) {
      const since = store.log.filter((entry) => entry.revision > revision);
      expect(textOf(takeBack(store.document, since)), `seed ${seed}, as of ${revision}`).toBe(store.texts[revision]);
    }
  }
  // Most are allowed, and enough are not: the sequences are those of people.
  expect(stored).toBeGreaterThan(1_000);
  expect(refused).toBeGreaterThan(200);
});
