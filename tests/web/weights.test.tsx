import { MantineProvider } from "@mantine/core";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CoherenceDimension, CoherenceItem } from "../../web/pages/coherence/coherence.graphql.ts";
import { largestLosses } from "../../web/pages/coherence/losses.ts";
import { WeightsPanel } from "../../web/pages/coherence/WeightsPanel.tsx";
import {
  countsNothing,
  dimensionKinds,
  readWeights,
  type Weights,
  weightInput,
  weightsInWords,
  withWeight,
} from "../../web/pages/coherence/weights.ts";

const standards = { kind: "STANDARDS", defaultWeight: 1 } as const;
const dataSharing = { kind: "DATA_SHARING", defaultWeight: 1 } as const;
const zeros = Object.fromEntries(dimensionKinds.map((kind) => [kind, 0])) as Weights;

test("weights read back as the link has them", () => {
  expect(readWeights({ STANDARDS: 2.5, DATA_SHARING: 0 })).toEqual({ STANDARDS: 2.5, DATA_SHARING: 0 });
});

test.each([
  ["an unknown dimension", { STANDARDS: 2, LUCK: 1 }],
  ["a negative weight", { STANDARDS: -1 }],
  ["a text", { STANDARDS: "2" }],
  ["more than the page offers", { STANDARDS: 6 }],
  ["all at 0", zeros],
  ["a list", [1, 2]],
  ["nothing", {}],
  ["null", null],
])("a link with %s means no weights, not other ones", (_what, raw) => {
  expect(readWeights(raw)).toBeUndefined();
});

test("only what differs from the default weights is said, asked and kept", () => {
  const weights = withWeight(withWeight(undefined, standards, 2), dataSharing, 0);
  expect(weights).toEqual({ STANDARDS: 2, DATA_SHARING: 0 });
  expect(weightsInWords(weights!)).toBe("standards × 2, data sharing excluded");
  expect(weightInput(weights)).toEqual([
    { dimension: "STANDARDS", weight: 2 },
    { dimension: "DATA_SHARING", weight: 0 },
  ]);
  expect(withWeight({ STANDARDS: 2 }, standards, 1)).toBeUndefined();
});

const item = (key: string, loss: number | null) => ({ key, label: key, loss }) as unknown as CoherenceItem;
const dimension = (kind: CoherenceDimension["kind"], items: CoherenceItem[] = []): CoherenceDimension => ({
  kind,
  question: "",
  reason: null,
  status: kind === "DATA_SHARING" ? "UNKNOWN" : "SCORED",
  weight: 1,
  defaultWeight: 1,
  score: 0.5,
  low: 0.5,
  high: 0.5,
  coverage: 1,
  isIndicative: false,
  items,
});

test("the largest losses are listed over all dimensions, and with the others they add up to the whole", () => {
  const { listed, rest } = largestLosses(
    [
      dimension("STANDARDS", [item("a", 0.1), item("b", null), item("c", 0.02)]),
      dimension("BOUNDARIES", [item("d", 0.3), item("e", 0)]),
    ],
    2,
  );
  expect(listed.map(({ key, dimension: of }) => [key, of])).toEqual([
    ["d", "BOUNDARIES"],
    ["a", "STANDARDS"],
  ]);
  expect(rest).toBeCloseTo(0.02, 12);
});

test("the list of losses says how many of the others cost as much as its last", () => {
  const { others, equalToLast } = largestLosses(
    [dimension("STANDARDS", [item("a", 0.3), item("b", 0.1), item("c", 0.1 + 1e-15), item("d", 0.1), item("e", 0.01)])],
    2,
  );
  expect([others, equalToLast]).toEqual([3, 2]);
});

const asked = vi.fn();
function Panel({ at }: { at?: Weights }) {
  const [weights, setWeights] = useState<Weights | undefined>(at);
  return (
    <MantineProvider>
      <WeightsPanel
        coherence={
          {
            score: 0.523,
            low: 0.4,
            high: 0.6,
            coverage: 1,
            isIndicative: false,
            asOf: "2026-11-25",
            revision: 1,
            lowestDimensions: [],
            dimensions: dimensionKinds.map((kind) => dimension(kind)),
          } as never
        }
        byDefault={{ score: 0.49 }}
        weights={weights}
        onWeights={(next) => {
          asked(next);
          setWeights(next);
        }}
      />
    </MantineProvider>
  );
}
const slider = (name: string) => screen.getByRole("slider", { name: `Weight of ${name}` });
const press = (name: string, ...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(slider(name), { key });
};
const rest = () => act(() => vi.advanceTimersByTimeAsync(300));

beforeEach(() => {
  vi.useFakeTimers();
  asked.mockClear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test("a key that is pressed again and again is seen at once and asks once", async () => {
  render(<Panel />);
  press("standards", "ArrowRight", "ArrowRight");
  expect(slider("standards").getAttribute("aria-valuenow")).toBe("2");
  expect(asked).not.toHaveBeenCalled();
  await rest();
  expect(asked.mock.calls).toEqual([[{ STANDARDS: 2 }]]);
  expect(screen.getByRole("status").textContent).toBe(
    "With these weights, coherence is 52; with the default weights, it is 49 (+3.3).",
  );
});

test("a share is of all dimensions: one without data counts as unknown", () => {
  render(<Panel at={{ STANDARDS: 5 }} />);
  expect(slider("standards").getAttribute("aria-valuetext")).toBe("5, 45\u00a0% of the total");
  expect(slider("data sharing").getAttribute("aria-valuetext")).toBe("1, 9\u00a0% of the total");
});

test("defaults come from the API: a dimension whose default is 0 counts for nothing until it is weighed", () => {
  const byDefault = dimensionKinds.map((kind) => ({ kind, defaultWeight: kind === "STANDARDS" ? 2 : 0 }));
  expect(countsNothing(undefined, byDefault)).toBe(false);
  expect(countsNothing({ STANDARDS: 0 }, byDefault)).toBe(true);
  expect(countsNothing({ STANDARDS: 0, BOUNDARIES: 1 }, byDefault)).toBe(false);
  expect(withWeight({ STANDARDS: 1 }, { kind: "STANDARDS", defaultWeight: 2 }, 2)).toBeUndefined();
});

test("all at 0 is refused with a sentence and never asked; the next weight is", async () => {
  const { STANDARDS: _, ...others } = zeros;
  render(<Panel at={others} />);
  press("standards", "Home");
  await rest();
  expect(screen.getByRole("alert").textContent).toMatch(/^At least one dimension needs a weight above 0\./);
  expect(asked).not.toHaveBeenCalled();
  press("boundaries", "End");
  await rest();
  expect(screen.queryByRole("alert")).toBeNull();
  expect(asked.mock.calls).toEqual([[{ ...zeros, BOUNDARIES: 5 }]]);
});

test("one button makes all count the same again", async () => {
  render(<Panel at={{ STANDARDS: 0 }} />);
  fireEvent.click(screen.getByRole("button", { name: "Reset" }));
  await rest();
  expect(asked.mock.calls).toEqual([[undefined]]);
  expect(slider("standards").getAttribute("aria-valuenow")).toBe("1");
});
