import { act, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { useSeen } from "../../web/shared/use-seen.ts";

afterEach(() => void vi.unstubAllGlobals());

function Row({ name }: { name: string }) {
  const [ref, isSeen] = useSeen<HTMLLIElement>();
  return (
    <li ref={ref} id={name}>
      {isSeen ? `${name} asks` : `${name} waits`}
    </li>
  );
}

test("a row asks once it has come into view, and not before", () => {
  const observed = new Map<Element, (entries: { isIntersecting: boolean }[]) => void>();
  class Observer {
    #element: Element | undefined;
    constructor(private readonly tell: (entries: { isIntersecting: boolean }[]) => void) {}
    observe(element: Element) {
      this.#element = element;
      observed.set(element, this.tell);
    }
    disconnect() {
      if (this.#element) observed.delete(this.#element);
    }
  }
  vi.stubGlobal("IntersectionObserver", Observer);
  const { unmount } = render(
    <ul>
      <Row name="first" />
      <Row name="second" />
    </ul>,
  );
  const tell = (name: string, isIntersecting: boolean) =>
    act(() => observed.get(document.getElementById(name)!)!([{ isIntersecting }]));
  tell("first", false);
  expect(screen.getByText("first waits")).toBeTruthy();
  tell("first", true);
  expect(screen.getByText("first asks")).toBeTruthy();
  expect(screen.getByText("second waits")).toBeTruthy();
  expect(observed.has(document.getElementById("first")!)).toBe(false);
  unmount();
  expect(observed.size).toBe(0);
});
