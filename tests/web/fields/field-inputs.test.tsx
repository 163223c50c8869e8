import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeAll, expect, test } from "vitest";
import { FieldInput } from "../../../web/fields/FieldInput.tsx";
import type { RecordKind } from "../../../web/graphql/schema-types.ts";
import { type DescribedField, describedField, describedKinds } from "../../../web/shared/described-records.ts";

// The browser's set of fonts, which this one has not: a text area that grows with its text listens to it.
beforeAll(() => Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true }));
afterEach(cleanup);

const fieldOf = (kind: RecordKind, name: string): DescribedField => describedField(kind, name)!;

/** An input that keeps what is entered; its latest value, and how to read it again. */
function entered(field: DescribedField, value: unknown = null, error: string | null = null) {
  const latest = { value };
  function Kept() {
    const [now, setNow] = useState(value);
    return (
      <FieldInput
        ecosystem="x"
        field={field}
        value={now}
        error={error}
        onChange={(next) => {
          latest.value = next;
          setNow(next);
        }}
      />
    );
  }
  render(<Kept />, { wrapper: MantineProvider });
  return latest;
}

test("a share is entered in hundredths by number or slider, and emptied it is unknown and not 0", () => {
  const latest = entered(fieldOf("CLAIMS", "extent"));
  const box = screen.getByRole("textbox", { name: /^Extent/ });
  fireEvent.change(box, { target: { value: "29" } });
  expect(latest.value).toBe(0.29);
  expect(screen.getByRole("slider").getAttribute("aria-valuetext")).toBe("29 of 100");
  fireEvent.change(box, { target: { value: "" } });
  expect(latest.value).toBeNull();
  expect(screen.getByRole("slider").getAttribute("aria-valuetext")).toBe("unknown");
});

test("a scale of five is buttons with the words of its ends, and one for unknown where it may be", () => {
  const latest = entered(fieldOf("PROFILES", "serviceReadiness"));
  const names = screen.getAllByRole("radio").map((radio) => radio.closest("div")?.textContent);
  expect(names).toEqual(["1 reluctant", "2", "3", "4", "5 very ready", "Unknown"]);
  fireEvent.click(screen.getByText("5 very ready"));
  expect(latest.value).toBe(5);
  fireEvent.click(screen.getByText("Unknown"));
  expect(latest.value).toBeNull();
});

test("a scale that must be answered offers no unknown", () => {
  entered(fieldOf("STANCES", "position"));
  expect(screen.getAllByRole("radio")).toHaveLength(5);
  expect(screen.queryByText("Unknown")).toBeNull();
});

test("yes and no are two values, and neither is what is not known", () => {
  const latest = entered(fieldOf("AGREEMENTS", "security"));
  fireEvent.click(screen.getByText("No"));
  expect(latest.value).toBe(false);
  fireEvent.click(screen.getByText("Unknown"));
  expect(latest.value).toBeNull();
});

test("an enum of few values is buttons, one of many a list, in the words of the screen", () => {
  const few = entered(fieldOf("STANDARDS", "status"));
  fireEvent.click(screen.getByText("Withdrawn"));
  expect(few.value).toBe("WITHDRAWN");
  cleanup();
  const many = entered(fieldOf("MOVES", "type"));
  fireEvent.change(screen.getByRole("combobox", { name: /^Type/ }), { target: { value: "LAUNCH" } });
  expect(many.value).toBe("LAUNCH");
});

test("a date can be made unknown again, and shows what is wrong with it", () => {
  const latest = entered(fieldOf("CLAIMS", "validFrom"), "2026-03-12", "Valid from must be a date.");
  expect(screen.getByText("12 Mar 2026")).toBeTruthy();
  expect(screen.getByText("Valid from must be a date.")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Unknown" }));
  expect(latest.value).toBeNull();
});

test("a list of parts has a row for each, added and removed", () => {
  const field = fieldOf("STANDARDS", "history");
  const latest = entered(field, [{ status: "DRAFT", on: "2020-01-01" }]);
  fireEvent.click(screen.getByRole("button", { name: "Add entry" }));
  expect(latest.value).toHaveLength(2);
  fireEvent.click(screen.getByRole("button", { name: "Remove entry 1" }));
  expect(latest.value).toEqual([{}]);
});

const editable = describedKinds.flatMap(({ value, fields }) =>
  fields.filter(({ to, parts }) => !to && !parts).map((field) => [value, field.name, field] as const),
);

test.each(editable)(
  "the field of %s called %s has a labelled input, and shows what is wrong with it",
  (_kind, _name, field) => {
    entered(field, null, "It is wrong.");
    expect(screen.getAllByText("It is wrong.").length).toBeGreaterThan(0);
    const labelled = [
      ...screen.queryAllByLabelText(new RegExp(`^${field.label.replace(/[()]/g, "\\$&")}`)),
      ...screen.queryAllByRole("radiogroup", { name: field.label }),
      ...screen.queryAllByRole("group", { name: field.label }),
    ];
    expect(labelled.length).toBeGreaterThan(0);
  },
);
