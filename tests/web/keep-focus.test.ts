import { afterEach, expect, test, vi } from "vitest";
import { keepFocus } from "../../web/shared/keep-focus.ts";

let end = () => {};
afterEach(() => {
  end();
  document.body.replaceChildren();
});

const changed = () => new Promise((done) => setTimeout(done));

/** A button that has the focus, and a field beside it. */
function shown() {
  end = keepFocus();
  const button = document.createElement("button");
  const field = document.createElement("input");
  document.body.append(button, field);
  button.focus();
  return { button, field };
}

/** As a button does that waits for an answer; browsers take the focus away from one that is disabled. */
async function wait(button: HTMLButtonElement, attributes: readonly string[]): Promise<void> {
  button.blur();
  for (const name of attributes) button.setAttribute(name, "");
  await changed();
}
async function answer(button: HTMLButtonElement): Promise<void> {
  for (const name of ["disabled", "data-loading"]) button.removeAttribute(name);
  await changed();
}

test("a button that has waited for its answer has the focus again", async () => {
  const { button } = shown();
  await wait(button, ["disabled", "data-loading"]);
  expect(document.activeElement).toBe(document.body);
  await answer(button);
  expect(document.activeElement).toBe(button);
});

test("not where the focus, or a press, has gone elsewhere meanwhile, and not where it was disabled for another reason", async () => {
  const { button, field } = shown();
  await wait(button, ["disabled", "data-loading"]);
  field.focus();
  await answer(button);
  expect(document.activeElement).toBe(field);

  button.focus();
  const focus = vi.spyOn(button, "focus");
  await wait(button, ["disabled", "data-loading"]);
  document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  await answer(button);
  button.focus();
  await wait(button, ["disabled"]);
  await answer(button);
  expect(focus).toHaveBeenCalledTimes(1);
});
