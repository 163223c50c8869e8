import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { StanceScale } from "../../web/stances/StanceScale.tsx";
import type { Expectation } from "../../web/stances/stances.graphql.ts";

afterEach(cleanup);
const stance = (name: string, position: number, salience = 3): Expectation["stances"][number] => ({
  record: { id: `stance ${name}` },
  actor: { id: name, key: name, name, kinds: ["OTHER"] },
  position,
  salience,
});
const expectation: Expectation = {
  question: "Who should speak with the mill?",
  low: "each party",
  high: "one integrator",
  sentence: "SysCo and Brandthal want “one integrator”, Everspool “each party”.",
  stances: [stance("Everspool", 1, 4), stance("SysCo", 5, 5), stance("Brandthal", 5)],
};
const draw = (given: Expectation) =>
  render(
    <MantineProvider>
      <StanceScale expectation={given} linkTo={({ name }) => <a href={`#${name}`}>{name}</a>} />
    </MantineProvider>,
  );

test("a topic opens to its stances by name, each at its step of the scale", () => {
  const { container } = draw(expectation);
  const steps = [...container.querySelectorAll<HTMLElement>(".stance-step")];
  expect(
    steps.map((step) =>
      within(step)
        .queryAllByRole("link")
        .map((link) => link.textContent),
    ),
  ).toEqual([["Everspool"], [], [], [], ["SysCo", "Brandthal"]]);
  expect(steps.map((step) => step.querySelector(".stance-position")!.textContent!.trim())).toEqual([
    "1 each party",
    "2",
    "3",
    "4",
    "5 one integrator",
  ]);
  expect(screen.getByText(expectation.sentence)).toBeTruthy();
});

test("a table says the same to screen readers, with the salience", () => {
  draw(expectation);
  const rows = within(screen.getByRole("table", { name: "Stances on the scale from 1 to 5" })).getAllByRole("row");
  expect(rows.slice(1).map((row) => row.textContent)).toEqual([
    "Everspool1 of 5 (each party)4 of 5",
    "SysCo5 of 5 (one integrator)5 of 5",
    "Brandthal5 of 5 (one integrator)3 of 5",
  ]);
});

test("a topic without stances has no scale, and says so", () => {
  const { container } = draw({ ...expectation, stances: [], sentence: "No stances are recorded." });
  expect(container.querySelector(".stance-scale")).toBeNull();
  expect(screen.getByText("No stances are recorded.")).toBeTruthy();
});
