import { afterEach, expect, test } from "vitest";
import { isBehindDialog } from "../../web/commands/is-dialog-open.ts";

afterEach(() => {
  document.body.replaceChildren();
});
const inside = (role: string) => {
  const front = document.body.appendChild(document.createElement("div"));
  front.setAttribute("role", role);
  return front.appendChild(document.createElement("button"));
};

test("a key is a command where nothing stands in front", () => {
  expect(isBehindDialog(document.body)).toBe(false);
  expect(isBehindDialog(null)).toBe(false);
});

test.each(["dialog", "alertdialog", "menu"])("a key in or behind an open %s is none", (role) => {
  const button = inside(role);
  expect(isBehindDialog(button)).toBe(true);
  expect(isBehindDialog(document.body)).toBe(true);
  // The dialog has closed on this key before it came to us.
  button.parentElement!.remove();
  expect(isBehindDialog(button)).toBe(true);
  expect(isBehindDialog(document.body)).toBe(false);
});
