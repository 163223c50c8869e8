import { expect, test } from "vitest";
import { movesWithAnswers } from "../../web/pages/threats/answers.ts";
import type { Move, ThreatAssessment } from "../../web/pages/threats/threats.graphql.ts";

const move = (key: string, date: string) => ({ id: key, key, date }) as Move;
const moves = [
  move("old", "2026-01-01"),
  move("new", "2026-03-01"),
  move("open", "2026-02-01"),
  move("aside", "2026-04-01"),
];
const term = (id: string, share: number) => ({
  label: "",
  share,
  subjects: [{ __typename: "Move", id }],
  evidence: [],
});
const assessment = {
  asOf: "2026-06-01",
  focal: { key: "us" },
  unansweredMoves: [moves[2]],
  rivals: [
    {
      moves,
      factors: [
        { kind: "OVERLAP", terms: [term("aside", 1)] },
        { kind: "MOMENTUM", terms: [term("old", 0.2), term("new", 0.1), term("open", 0.3), term("aside", 0)] },
      ],
    },
  ],
} as unknown as ThreatAssessment;
const response = (key: string, data: object) => ({
  id: key,
  key,
  label: key,
  data: { key, actor: "us", ...data },
  evidence: [],
});

test("moves that count stand with our first answer that is more than a plan and in force; unanswered ones first", () => {
  const found = movesWithAnswers(assessment, [
    response("plan", { move: "old", date: "2026-01-05", status: "PLANNED" }),
    response("second", { move: "old", date: "2026-02-10" }),
    response("first", { move: "old", date: "2026-01-31", status: "DECLINED" }),
    response("theirs", { move: "new", date: "2026-03-02", actor: "them" }),
    response("ended", { move: "new", date: "2026-03-03", validTo: "2026-05-01" }),
    response("later", { move: "new", date: "2026-07-01" }),
    response("soon", { move: "open", date: "2026-05-01", status: "PLANNED" }),
  ]);
  expect(found.map(({ move: { key }, answer, planned }) => [key, answer?.record, answer?.days, planned?.key])).toEqual([
    ["open", undefined, undefined, "soon"],
    ["new", undefined, undefined, undefined],
    ["old", "first", 30, undefined],
  ]);
});
