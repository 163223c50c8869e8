import { MantineProvider } from "@mantine/core";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DayInput, pauseMillis } from "../../web/shared/DayInput.tsx";

let chosen: (string | null)[];
const draw = (value = "2026-11-25") => (
  <MantineProvider>
    <DayInput label="As of" value={value} onDay={(day) => chosen.push(day)} />
  </MantineProvider>
);
const box = () => screen.getByLabelText("As of") as HTMLInputElement;
const type = (value: string) => fireEvent.change(box(), { target: { value } });
const wait = (millis: number) => act(() => vi.advanceTimersByTime(millis));

beforeEach(() => {
  chosen = [];
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test("a year that is being typed asks for nothing; the whole day is asked for once, after a pause", () => {
  render(draw());
  for (const year of ["0002", "0020", "0202", "2025"]) {
    type(`${year}-11-25`);
    wait(pauseMillis / 3);
  }
  expect(chosen).toEqual([]);
  wait(pauseMillis);
  expect(chosen).toEqual(["2025-11-25"]);
});

test("Enter and leaving come to an end at once", () => {
  render(draw());
  type("2024-01-01");
  fireEvent.keyDown(box(), { key: "Enter" });
  type("2023-01-01");
  fireEvent.blur(box());
  wait(pauseMillis);
  expect(chosen).toEqual(["2024-01-01", "2023-01-01"]);
});

test("a day out of range is refused in words, and what stands there after leaving is the day that counts", () => {
  render(draw());
  type("0202-11-25");
  wait(pauseMillis);
  expect(screen.getByText("Enter a date from 1 Jan 1800 to 31 Dec 2200")).toBeDefined();
  fireEvent.blur(box());
  expect([chosen, box().value, screen.queryByText(/A day from/)]).toEqual([[], "2026-11-25", null]);
});

test("a day that comes from elsewhere is shown in place of what was typed; emptied is none", () => {
  const { rerender } = render(draw());
  type("0020-11-25");
  rerender(draw("2022-02-02"));
  expect(box().value).toBe("2022-02-02");
  type("");
  fireEvent.blur(box());
  expect(chosen).toEqual([null]);
});
