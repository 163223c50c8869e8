import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { measures } from "../../web/map/model/style/measures.ts";
import { lowestInWords } from "../../web/pages/coherence/lowest.ts";
import { ExplainedScore } from "../../web/scores/ExplainedScore.tsx";
import { figureOf, partText, scoreText } from "../../web/scores/score-text.ts";
import { percent, points, range } from "../../web/shared/format.ts";
import { levelText } from "../../web/shared/words.ts";
import { factsOf } from "./map/support.ts";

afterEach(cleanup);
const indicative = { score: 0.59, low: 0.41, high: 0.83, coverage: 0.32, isIndicative: true };

test("below half coverage the range stands first with how little is known, never the number alone", () => {
  expect(scoreText(indicative)).toBe("41–83; too little is known: 32\u00a0%");
  expect(scoreText({ ...indicative, isIndicative: false })).toBe("59");
  expect([scoreText({ score: null, isIndicative: true }), figureOf(indicative)]).toEqual(["–", "41–83"]);
});

test("the API alone judges what is indicative: the page does not read the coverage", () => {
  expect(scoreText({ ...indicative, coverage: 0.9 })).toBe("41–83; too little is known: 90\u00a0%");
  expect(scoreText({ ...indicative, coverage: 0.1, isIndicative: false })).toBe("59");
});

test("losses and gains are ranges where the score is indicative", () => {
  expect([partText(true, 0.5, 0.071, 0.5), partText(false, 0.5, 0.071, 0.5), partText(true, 0.02, 0.02, 0.02)]).toEqual(
    ["7.1–50.0", "50.0", "2.0"],
  );
  expect(range(0.41, 0.414)).toBe("41");
});

test.each(["small", "medium", "large"] as const)("a %s indicative score is drawn as its range, with words", (size) => {
  const { score: value, ...rest } = indicative;
  render(
    <MantineProvider>
      <ExplainedScore size={size} label="Coherence" value={value} {...rest} />
    </MantineProvider>,
  );
  const drawn = screen.getByRole("img");
  expect(drawn.querySelector(".score-points")!.textContent).toBe("41–83");
  expect(drawn.querySelector(".score-foot")!.textContent).toBe("too little is known: 32\u00a0%");
  expect(drawn.textContent).not.toContain("59");
  expect(drawn.getAttribute("aria-label")).toBe(
    "Coherence: 41–83 of 100; too little is known: 32\u00a0%. What is known scores 59",
  );
});

test("a large score has an axis from 0 to 100", () => {
  render(
    <MantineProvider>
      <ExplainedScore size="large" label="Coherence" value={0.5} low={0.4} high={0.6} />
    </MantineProvider>,
  );
  const ticks = [...screen.getByRole("img").querySelectorAll(".score-axis > span")];
  expect(ticks.map((tick) => [tick.textContent, (tick as HTMLElement).style.insetInlineStart])).toEqual(
    [0, 25, 50, 75, 100].map((tick) => [String(tick), `${tick}%`]),
  );
});

test("whole points are rounded as the API rounds them, by which it says levels", () => {
  expect([points(0.145), points(0.095), points(0.0949), points(0.285)]).toEqual(["15", "10", "9", "29"]);
  expect([percent(0.003), percent(0), percent(0.0612, 1)]).toEqual(["under 1\u00a0%", "0\u00a0%", "6.1\u00a0%"]);
});

test("a level says what it could be where the bounds cross", () => {
  expect(levelText({ level: "LOW", levelAtMost: "HIGH" })).toBe("Low, could be high");
  expect(levelText({ level: "HIGH", levelAtMost: "HIGH" })).toBe("High");
});

test("no lowest dimension stands for several that are equal", () => {
  const dimension = (kind: "BOUNDARIES" | "STANDARDS", isIndicative = false) => ({
    kind,
    score: 0.2,
    low: 0.1,
    high: 0.9,
    coverage: isIndicative ? 0.3 : 0.8,
    isIndicative,
  });
  const said = (lowestDimensions: ("BOUNDARIES" | "STANDARDS")[], isVague = false) => {
    const dimensions = [dimension("BOUNDARIES", isVague), dimension("STANDARDS")];
    const { before, names, figure } = lowestInWords({ lowestDimensions, isIndicative: false, dimensions })!;
    return `${before} ${names}, ${figure}`;
  };
  expect(said(["BOUNDARIES"])).toBe("The lowest dimension is boundaries, at 20 of 100");
  expect(said(["BOUNDARIES", "STANDARDS"])).toBe(
    "The lowest dimensions are boundaries and standards, each at 20 of 100",
  );
  expect(said(["BOUNDARIES"], true)).toBe(
    "Of what is known, the lowest dimension is boundaries, at 10–90 of 100; too little is known: 30\u00a0%",
  );
  expect(said(["BOUNDARIES", "STANDARDS"], true)).toBe(
    "Of what is known, the lowest dimensions are boundaries and standards, with equal scores; too little is known of boundaries (10–90)",
  );
  expect(lowestInWords({ lowestDimensions: [], isIndicative: true, dimensions: [] })).toBeNull();
});

test("colours of threat change where the API's levels begin, and losses say how little is known", () => {
  const threatLevels = [
    { level: "LOW", from: 0, lowest: 0 },
    { level: "MODERATE", from: 0.2, lowest: 0.195 },
  ] as const;
  expect(measures.threat.breaks(1, factsOf([], [], { threatLevels }))).toEqual([0.0975, 0.195]);
  expect(measures.loss.note!(factsOf([], [], { lossCoverage: 0.14 }))).toBe(
    "of what is known; too little is known: 14\u00a0%",
  );
  expect(measures.loss.note!(factsOf([], []))).toBeNull();
});
