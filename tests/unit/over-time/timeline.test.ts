import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { boundaries } from "../../../api/measures/boundary/boundary.ts";
import { coherence } from "../../../api/measures/coherence/coherence.ts";
import { positions } from "../../../api/measures/position/position.ts";
import { type FramePosition, frames, type MapFrame } from "../../../api/measures/timeline/frames.ts";
import { timeline } from "../../../api/measures/timeline/timeline.ts";
import { factsInForce } from "../../../api/time/in-force.ts";
import { restlessDocument } from "../../support/restless-document.ts";
import { activity, actor, ecosystem } from "../measures/support.ts";

vi.setConfig({ testTimeout: 30_000 });

const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

describe("the timeline", () => {
  test("of any ecosystem leaves nothing to change between two marks but threats", () => {
    let compared = 0;
    fc.assert(
      fc.property(restlessDocument, (document) => {
        const { marks } = timeline(document);
        const looks = (asOf: string) => {
          const facts = factsInForce(document, { asOf });
          const { asOf: _, ...whole } = coherence(facts);
          return [positions(facts), boundaries(facts), whole];
        };
        for (const [index, { date }] of marks.entries()) {
          const next = marks[index + 1];
          if (next === undefined || dayBefore(next.date) === date) continue;
          expect(looks(dayBefore(next.date))).toEqual(looks(date));
          compared += 1;
        }
      }),
      { numRuns: 20 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  test("tells a later version of a fact as that, and not as the end of the one before", () => {
    const claim = { by: "a", about: "b", activity: "j", extent: 1 };
    const { marks, from, to } = timeline(
      ecosystem({
        actors: [actor("a"), { ...actor("b"), validFrom: "2020-01-01", validTo: "2024-01-01" }],
        activities: [activity("j")],
        claims: [
          { ...claim, lead: false, validFrom: "2021-01-01", validTo: "2022-01-01" },
          { ...claim, lead: true, validFrom: "2022-01-01", confidence: 0.2 },
        ],
        standards: [
          {
            key: "s",
            name: "S",
            status: "PUBLISHED",
            history: [
              { status: "DRAFT", on: "2019-01-01" },
              { status: "PUBLISHED", on: "2021-01-01" },
            ],
          },
        ],
        installations: [{ key: "i", customer: "a", origin: "b", installedYear: 2018, equipment: "Line 1" }],
      }),
    );
    expect([from, to]).toEqual(["2019-01-01", "2024-01-01"]);
    expect(marks.map(({ date, events }) => [date, ...events.map(({ kind, label }) => `${kind} ${label}`)])).toEqual([
      ["2018-01-01", "ENTERED Line 1 at A starts up"],
      ["2019-01-01", "STATUS_CHANGED S becomes a draft"],
      ["2020-01-01", "ENTERED B enters the ecosystem"],
      ["2021-01-01", "CLAIMED A says that B takes part in J, but does not lead", "STATUS_CHANGED S is published"],
      ["2022-01-01", "CLAIMED A says that B leads J"],
      ["2023-01-01", "AGED Line 1 at A counts as no longer new"],
      // B's claims go with it: they are not told one by one.
      ["2024-01-01", "LEFT B leaves the ecosystem"],
      ["2033-01-01", "AGED Line 1 at A counts as old"],
    ]);
  });

  test("leaves out what is less sure than asked for", () => {
    const document = ecosystem({ actors: [{ ...actor("a"), validFrom: "2020-01-01", confidence: 0.4 }] });
    expect(timeline(document, 0.4).marks).toHaveLength(1);
    expect(timeline(document, 0.5)).toEqual({ from: null, to: null, marks: [] });
  });
});

test("frames laid over one another are what each day alone gives", () => {
  fc.assert(
    fc.property(restlessDocument, (document) => {
      const dates = timeline(document).marks.map(({ date }) => date);
      if (dates.length === 0) return;
      const id = (kind: string, key: string) => `${kind} ${key}`;
      const laid = { positions: new Map<string, FramePosition>(), boundaries: new Map<string, unknown>() };
      let rivals = new Map<string, unknown>();
      for (const [index, frame] of [...frames(document, dates, id)].entries()) {
        const alone: MapFrame = [...frames(document, [dates[index]!], id)][0]!;
        for (const row of frame.positions) laid.positions.set(row.id, row);
        for (const gone of frame.positionsGone) laid.positions.delete(gone);
        for (const row of frame.boundaries) laid.boundaries.set(row.id, row);
        for (const gone of frame.boundariesGone) laid.boundaries.delete(gone);
        if (frame.rivals === null) rivals = new Map();
        for (const row of frame.rivals ?? []) rivals.set(row.id, row);
        for (const gone of frame.rivalsGone) rivals.delete(gone);
        const byId = (rows: readonly { id: string }[]) => new Map(rows.map((row) => [row.id, row]));
        expect(laid.positions).toEqual(byId(alone.positions));
        expect(laid.boundaries).toEqual(byId(alone.boundaries));
        expect(frame.rivals === null).toBe(alone.rivals === null);
        expect(rivals).toEqual(byId(alone.rivals ?? []));
        expect(frame.coherence).toEqual(alone.coherence);
      }
    }),
    { numRuns: 15 },
  );
});
