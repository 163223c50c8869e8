import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { cssString, PrintMargins } from "../../web/print/PrintMargins.tsx";

afterEach(cleanup);

test("the margin of each sheet has the name of the ecosystem, whatever letters it is written in", () => {
  expect(cssString("SysCo · Threats")).toBe('"SysCo · Threats"');
  expect(cssString("工业生态系统")).toBe('"工业生态系统"');
  // None of these may end the string or the element.
  const hostile = 'A "B" \\ </style>\n}';
  const written = cssString(hostile);
  expect(written.slice(1, -1)).not.toMatch(/["<\n]/);
  // As CSS reads escapes: hexadecimal digits, closed by one blank.
  const read = written
    .slice(1, -1)
    .replace(/\\([0-9a-f]+) /g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
  expect(read).toBe(hostile);
});

test("it is a style of paper only", () => {
  const { container } = render(<PrintMargins title="SysCo" />);
  const style = container.querySelector("style")!;
  expect(style.media).toBe("print");
  expect(style.textContent).toContain('content: "SysCo"');
});
