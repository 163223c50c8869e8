import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { MoveRow } from "../../web/inspector/inspector.graphql.ts";
import { MovesPart } from "../../web/inspector/MovesPart.tsx";
import { Moves } from "../../web/pages/threats/Moves.tsx";
import type { Move } from "../../web/pages/threats/threats.graphql.ts";
import { movesByYear } from "../../web/shared/moves-by-year.ts";

afterEach(cleanup);

const dates = ["2024-03-01", "2026-02-01", "2026-05-01", "2025-07-01", "2026-09-01", "2025-01-01"];
const unanswered = new Set(["2026-02-01", "2025-01-01"]);
const wanted = ["2026-02-01", "2026-09-01", "2026-05-01", "2025-01-01", "2025-07-01", "2024-03-01"];

test("moves are listed newest year first, the unanswered on top of each", () => {
  const years = movesByYear(
    dates.map((date) => ({ id: date, date })),
    ({ id }) => unanswered.has(id),
  );
  expect(years.map(({ year }) => year)).toEqual(["2026", "2025", "2024"]);
  expect(years.flatMap(({ moves }) => moves.map(({ id }) => id))).toEqual(wanted);
});

const timesShown = () => [...document.querySelectorAll("time")].map((time) => time.getAttribute("datetime"));

test("the Threats page lists them so, under the year, and marks what is unanswered", () => {
  const moves = dates.map(
    (date): Move => ({
      id: date,
      key: date,
      date,
      type: "LAUNCH",
      title: `did something on ${date}`,
      impact: 3,
      actor: { id: "r", key: "r", name: "Rival", kinds: ["OTHER"] },
      activities: [],
      evidence: [],
    }),
  );
  render(
    <MantineProvider>
      <Moves moves={moves} unanswered={unanswered} />
    </MantineProvider>,
  );
  expect(timesShown()).toEqual(wanted);
  expect(screen.getAllByRole("heading").map(({ textContent }) => textContent)).toEqual(["2026", "2025", "2024"]);
  expect(screen.getAllByText("Unanswered")).toHaveLength(2);
});

test("the inspector does too; a response that is only planned, or later than the date, is none", () => {
  const response = (date: string, status: string): MoveRow["responses"][number] => ({
    id: `response of ${date}`,
    label: "Our response",
    data: { actor: "us", date, status },
    references: [],
  });
  const responses: Record<string, MoveRow["responses"]> = {
    "2026-02-01": [response("2026-03-01", "PLANNED")],
    "2025-01-01": [response("2026-12-01", "DONE")],
  };
  const moves = dates.map(
    (date): MoveRow => ({
      id: date,
      date,
      type: "LAUNCH",
      title: date,
      impact: 3,
      activities: [],
      responses: responses[date] ?? [response(date, "DONE")],
    }),
  );
  render(
    <MantineProvider>
      <MovesPart moves={moves} day="2026-11-01" onSelect={() => {}} />
    </MantineProvider>,
  );
  expect(timesShown()).toEqual(wanted);
  expect(screen.getByText("1 more move")).toBeDefined();
});
