import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { ExplainedScore } from "../../web/scores/ExplainedScore.tsx";

afterEach(cleanup);
const draw = (props: Parameters<typeof ExplainedScore>[0]) =>
  render(
    <MantineProvider>
      <ExplainedScore {...props} />
    </MantineProvider>,
  );

test("a score is shown in whole points and says its bounds in words", () => {
  draw({ label: "Coherence", value: 0.523, low: 0.41, high: 0.7, coverage: 0.8 });
  const drawn = screen.getByRole("img");
  expect(drawn.textContent).toContain("52");
  expect(drawn.getAttribute("aria-label")).toBe(
    "Coherence: 52 of 100, between 41 and 70 given what is unknown; 80\u00a0% is known",
  );
});

test("an unknown score is a dash with its reason, never 0", () => {
  draw({ label: "Standards", value: null, low: 0, high: 1, reason: "Needs interfaces." });
  const drawn = screen.getByRole("img");
  expect(drawn.querySelector(".score-points")?.textContent).toBe("–");
  expect(drawn.textContent).not.toContain("0");
  expect(drawn.getAttribute("aria-label")).toContain("unknown");
  expect(drawn.getAttribute("aria-label")).toContain("Needs interfaces.");
});
