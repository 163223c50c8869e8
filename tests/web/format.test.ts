import { expect, test, vi } from "vitest";
import { fieldLabel, fieldText } from "../../web/shared/fields.ts";
import { count, delta, formatDate, isDay, points, today, todayWord } from "../../web/shared/format.ts";

test("a day reads as people write it, whatever the time zone", () => {
  expect(formatDate("2026-03-12")).toBe("12 Mar 2026");
  expect(formatDate("2026-01-01")).toBe("1 Jan 2026");
});

test("what is no day is a dash", () => {
  for (const nothing of [null, undefined, "", "soon", "2026-13-01"]) expect(formatDate(nothing)).toBe("–");
});

test("only days that exist are days", () => {
  expect(isDay("2028-02-29")).toBe(true);
  for (const other of ["2026-02-29", "2026-2-1", 20260101, null]) expect(isDay(other)).toBe(false);
});

test("unknown is a dash and zero is zero", () => {
  expect([points(null), points(undefined), points(0), points(0.456), points(1)]).toEqual(["–", "–", "0", "46", "100"]);
});

test("a difference carries its sign", () => {
  expect([delta(0.0321), delta(-0.05), delta(0)]).toEqual(["+3.2", "−5.0", "±0.0"]);
});

test("a count agrees with its noun", () => {
  expect([count(1, "actor"), count(1200, "actor"), count(0, "activity", "activities")]).toEqual([
    "1 actor",
    "1,200 actors",
    "0 activities",
  ]);
});

test("a record's fields read as words", () => {
  expect(fieldLabel("INSTALLATIONS", "installedYear")).toBe("Installed in");
  expect(fieldText("TAGS", "at", "2026-03-12T09:05:00")).toBe("12 Mar 2026, 09:05");
  expect([
    fieldText("ACTORS", "employees", 6200),
    fieldText("ACTORS", "founded", 1921),
    fieldText("CLAIMS", "extent", 0.05),
    fieldText("CLAIMS", "confidence", 0.9),
  ]).toEqual(["6,200", "1921", "0.05", "90\u00a0%"]);
  expect([
    fieldText("ACTORS", "kinds", ["ANALYST", "START_UP"]),
    fieldText("MOVES", "type", "ENTRY"),
    fieldText("CLAIMS", "validFrom", "2026-03-12"),
    fieldText("CLAIMS", "lead", true),
    fieldText("CLAIMS", "lead", null),
    fieldText("ACTORS", "labels", []),
    fieldText("STANDARDS", "history", [{ status: "DRAFT", on: "2026-03-12" }]),
  ]).toEqual([
    "Data analytics firm, Start-up",
    "Market entry",
    "12 Mar 2026",
    "Yes",
    null,
    null,
    "status Draft since 12 Mar 2026",
  ]);
});

test("a field that no description names, such as one of a view, still has a heading and a text", () => {
  expect(fieldLabel("VIEWS", "sharedWith")).toBe("Shared with");
  expect([fieldText("VIEWS", "state", { lens: "rivals" }), fieldText("VIEWS", "order", 2)]).toEqual([
    "lens rivals",
    "2",
  ]);
});

test("today is said with its time zone while the reader's own date is another one", () => {
  vi.stubEnv("TZ", "Asia/Tokyo");
  vi.useFakeTimers();
  try {
    vi.setSystemTime("2026-11-28T15:30:00Z");
    expect([today(), todayWord()]).toEqual(["2026-11-28", "today (UTC)"]);
    vi.setSystemTime("2026-11-29T00:30:00Z");
    expect([today(), todayWord()]).toEqual(["2026-11-29", "today"]);
  } finally {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  }
});
