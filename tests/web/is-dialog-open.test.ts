import { afterEach, expect, test } from "vitest";
import { isDialogOpen } from "../../web/commands/is-dialog-open.ts";

afterEach(() => {
  document.body.replaceChildren();
});
const inside = (role: string) => {
  const front = document.body.appendChild(document.createElement("div"));
  front.setAttribute("role", role);
  return front.appendChild(document.createElement("button"));
};

test("a key is a command where nothing stands in front", () => {
  expect(isDialogOpen(document.body)).toBe(false);
  expect(isDialogOpen(null)).toBe(false);
});

test.each(["dialog", "alertdialog", "menu"])("a key in or behind an open %s is none", (role) => {
  const button = inside(role);
  expect(isDialogOpen(button)).toBe(true);
  expect(isDialogOpen(document.body)).toBe(true);
  // The dialog has closed on this key before it came to us.
  button.parentElement!.remove();
  expect(isDialogOpen(button)).toBe(true);
  expect(isDialogOpen(document.body)).toBe(false);
});
