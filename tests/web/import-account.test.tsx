import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { ImportAccount } from "../../web/import/ImportAccount.tsx";
import { ImportCategories } from "../../web/import/ImportCategories.tsx";
import type { ImportResult } from "../../web/import/import.graphql.ts";

const entries = (n: number) => Array.from({ length: n }, (_, at) => ({ path: `line ${at}`, message: `entry ${at}` }));
const group = (what: string, n: number) => ({ what, count: n, entries: entries(n) });
const result: Pick<ImportResult, "made" | "matched" | "mended" | "leftOut"> = {
  made: [group("Actors", 2), group("Offerings", 1_200)],
  matched: [],
  mended: [group("twitter: null", 1)],
  leftOut: [group("logo", 3)],
};

test("made, matched, mended and left out are numbers, each of which opens its list", () => {
  render(<ImportAccount result={result as ImportResult} />);
  const summaries = screen.getAllByText(/./, { selector: "summary" }).map((summary) => summary.textContent);
  expect(summaries).toEqual([
    "1,202 made 2 actors, 1,200 offerings",
    "Actors: 2",
    "Offerings: 1,200",
    "1 mended ",
    "twitter: null: 1",
    "3 left out ",
    "logo: 3",
  ]);
  expect(screen.queryByText("entry 499")).toBeNull();
  const offerings = screen.getByText("Offerings: 1,200").parentElement as HTMLDetailsElement;
  offerings.open = true;
  fireEvent(offerings, new Event("toggle"));
  expect(screen.getByText("entry 499")).toBeTruthy();
  expect(screen.queryByText("entry 500")).toBeNull();
  fireEvent.click(screen.getByText("Show more of 700 entries"));
  expect(screen.getByText("entry 500")).toBeTruthy();
});

test("a category is read as the person chooses, with the others as they were chosen", () => {
  const onChange = vi.fn();
  render(
    <MantineProvider>
      <ImportCategories
        categories={[
          { name: "Tools", items: 3, holds: "OFFERINGS", kind: null },
          { name: "Members", items: 2, holds: "ORGANISATIONS", kind: "OTHER" },
        ]}
        chosen={[{ category: "Tools", holds: "ORGANISATIONS", kind: "ANALYST" }]}
        disabled={false}
        onChange={onChange}
      />
    </MantineProvider>,
  );
  fireEvent.change(screen.getByLabelText("Members (2)"), { target: { value: "CUSTOMER" } });
  fireEvent.change(screen.getByLabelText("Members (2)"), { target: { value: "OFFERINGS" } });
  const tools = { category: "Tools", holds: "ORGANISATIONS", kind: "ANALYST" };
  expect(onChange.mock.calls).toEqual([
    [[tools, { category: "Members", holds: "ORGANISATIONS", kind: "CUSTOMER" }]],
    [[tools, { category: "Members", holds: "OFFERINGS" }]],
  ]);
});
