import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { EvidenceList, evidenceInWords } from "../../web/shared/EvidenceList.tsx";
import { sourcesOnPaper } from "../../web/shared/Sentences.tsx";
import { safeHref } from "../../web/shared/safe-link.ts";

afterEach(cleanup);
const evidence = (title: string, url: string | null) => ({
  id: title,
  key: title,
  title,
  url,
  publisher: "Trade press",
  publishedOn: "2026-03-12",
  reliability: "B",
  credibility: 2,
});

test("evidence links only where a click is safe", () => {
  render(
    <EvidenceList
      evidence={[evidence("A study", "https://example.org/a"), evidence("A trick", "javascript:alert(1)")]}
    />,
  );
  expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["https://example.org/a"]);
  expect(screen.getByText("A trick")).toBeTruthy();
  expect(screen.getAllByText(/12 Mar 2026/)).toHaveLength(2);
});

test("markup in a title is text", () => {
  const { container } = render(<EvidenceList evidence={[evidence("<img src=x onerror=alert(1)>", null)]} />);
  expect(container.querySelector("img")).toBeNull();
});

test("addresses of any other scheme are refused", () => {
  for (const bad of [
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "//",
    "not an address",
    "",
    null,
  ]) {
    expect(safeHref(bad)).toBeNull();
  }
});

test("a title that turns the direction of reading cannot turn what follows it", () => {
  const { container } = render(<EvidenceList evidence={[evidence("report \u202Efdp.exe", "https://example.org")]} />);
  expect(container.querySelector("bdi")?.textContent).toBe("report \u202Efdp.exe");
});

test("on paper a source is told in a line, and a sentence names those that are listed", () => {
  const [a, b, c] = ["A", "B", "C"].map((title) => evidence(title, null));
  expect(evidenceInWords(a!)).toBe("A (Trade press, 12 Mar 2026, B2)");
  expect(evidenceInWords({ ...a!, publisher: null, publishedOn: null, reliability: null, credibility: null })).toBe(
    "A",
  );
  expect(sourcesOnPaper([b!, a!], [a!, b!])).toBe("2, 1");
  expect(sourcesOnPaper([a!, b!, c!], [a!])).toBe("1 and 2 more");
  expect(sourcesOnPaper([b!, c!], [a!])).toBe("2 sources");
});
