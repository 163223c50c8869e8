import * as fc from "fast-check";
import { expect, test } from "vitest";
import { documentIssues } from "../../../api/changes/check/document-issues.ts";
import { planImport } from "../../../api/changes/check/plan.ts";
import { formatNamed } from "../../../api/changes/imports/formats/formats.ts";
import { oddLandscape } from "../../support/odd-landscape.ts";

const read = (content: string, replaceFile = false) =>
  formatNamed("LANDSCAPE2").read(content, { ecosystem: "x", replaceFile });

test("every item and every field of an odd landscape is in the document, or is told as mended or left out", () => {
  fc.assert(
    fc.property(oddLandscape, ({ content, planted, items }) => {
      const { document, account } = read(content);
      expect(documentIssues(document)).toEqual([]);
      expect(planImport(null, document, false).errors).toEqual([]);
      const facts = JSON.stringify(document);
      const told = JSON.stringify([account!.mended, account!.leftOut]);
      const names = JSON.stringify([account!.made, account!.matched]);
      expect(items.filter((item) => !names.includes(item) || !facts.includes(item))).toEqual([]);
      const silent = planted.filter(
        ({ field, token }) =>
          !facts.includes(token) &&
          !told.includes(token) &&
          // A field that is left out as a whole is counted by its name.
          !account!.leftOut.some(({ what }) => what === field),
      );
      expect(silent).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("the same file twice changes nothing, and neither does replacing what it said", () => {
  fc.assert(
    fc.property(oddLandscape, fc.boolean(), ({ content }, replaceFile) => {
      const { document } = read(content);
      const again = read(content, replaceFile).into!(document);
      const plan = planImport(document, again.document, again.isDropped ?? false);
      expect([plan.changes, plan.errors, plan.headChanged]).toEqual([[], [], false]);
    }),
    { numRuns: 100 },
  );
});

test("what a landscape said is gone, to the last record, when it is replaced by one that says something else", () => {
  fc.assert(
    fc.property(oddLandscape, ({ content }) => {
      const { document } = read(content);
      const other = read("landscape: [{name: Other, subcategories: [{name: Only, items: [{name: One}]}]}]", true);
      const { document: next, isDropped } = other.into!(document);
      const plan = planImport(document, next, isDropped!);
      expect(plan.errors).toEqual([]);
      const removed = plan.changes.filter(({ after }) => after === null).length;
      const count = ["actors", "activities", "offerings", "evidence"] as const;
      // The file's own evidence is the one record that stays, with another hash.
      expect(removed).toBe(count.reduce((sum, kind) => sum + document[kind]!.length, 0) - 1);
    }),
    { numRuns: 50 },
  );
});
