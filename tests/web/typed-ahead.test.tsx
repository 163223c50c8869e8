import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { useTypedAhead } from "../../web/commands/use-typed-ahead.ts";

afterEach(cleanup);
const press = (target: EventTarget, init: KeyboardEventInit) =>
  target.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));

test("letters typed while the box opens are its text, and reach no shortcut of the page", () => {
  let isOpen = true;
  const typed: string[] = [];
  const shortcut = vi.fn();
  document.documentElement.addEventListener("keydown", shortcut);
  renderHook(() =>
    useTypedAhead(
      () => isOpen,
      (letter) => void typed.push(letter),
    ),
  );
  press(document.body, { key: "d" });
  press(document.body, { key: "t" });
  expect([typed, shortcut.mock.calls.length]).toEqual([["d", "t"], 0]);
  press(document.body, { key: "z", ctrlKey: true });
  press(document.body, { key: "Escape" });
  const box = document.body.appendChild(document.createElement("input"));
  press(box, { key: "x" });
  isOpen = false;
  press(document.body, { key: "f" });
  expect([typed, shortcut.mock.calls.length]).toEqual([["d", "t"], 4]);
  document.documentElement.removeEventListener("keydown", shortcut);
});
