import { NativeSelect } from "@mantine/core";
import type { FieldChoice } from "./choices.ts";
import type { Preview } from "./import-file.graphql.ts";
import { type SheetMapping, withForm } from "./mapping.ts";

/** How values are written, which a file does not always show: what is asked then, and what else it can be. */
export const forms = [
  {
    form: "dates",
    types: ["date"],
    asks: "which order",
    label: "Dates",
    choose: "Choose the order",
    choices: [
      { value: "DMY", label: "Day, month, year" },
      { value: "MDY", label: "Month, day, year" },
    ],
  },
  {
    form: "decimal",
    types: ["number", "integer"],
    asks: "which decimal sign",
    label: "Numbers",
    choose: "Choose the decimal sign",
    choices: [
      { value: ",", label: "With a decimal comma: 1.250,5" },
      { value: ".", label: "With a decimal point: 1,250.5" },
    ],
  },
  {
    form: "scale",
    types: ["number"],
    asks: "not on the scale",
    label: "Shares",
    choose: "Choose the scale",
    choices: ["0-1", "0-100", "1-5", "0-5", "0-10"].map((value) => ({
      value,
      label: `From ${value.replace("-", " to ")}`,
    })),
  },
] as const;

/** Asks for the order of dates, the decimal sign and the scale where the file does not show them, or did when asked. */
export function ValueForms({
  mapping,
  fields,
  sheet,
  skipped,
  onChange,
}: {
  mapping: SheetMapping;
  fields: readonly FieldChoice[];
  sheet: string | null;
  skipped: Preview["skipped"];
  onChange(next: SheetMapping): void;
}) {
  return forms.map(({ form, types, asks, label, choose, choices }) => {
    const asked = skipped.find((row) => row.sheet === sheet && row.message.includes(asks));
    const names = Object.keys(mapping.fields).filter((name) => {
      const type = fields.find(({ value }) => value === name)?.type;
      // Of numbers only shares have a scale, which the preview has found.
      return types.some((one) => one === type) && (form !== "scale" || mapping.fields[name]!.scale !== undefined);
    });
    const chosen = names.map((name) => mapping.fields[name]![form]).find(Boolean);
    if (names.length === 0 || (!asked && !chosen)) return null;
    return (
      <NativeSelect
        key={form}
        size="xs"
        className="sheet-form"
        label={asked ? `${label} such as ${/“[^”]*”/.exec(asked.message)?.[0] ?? "these"} are` : `${label} are`}
        data={[{ value: "", label: choose }, ...choices]}
        value={chosen ?? ""}
        onChange={({ currentTarget: { value } }) => value && onChange(withForm(mapping, names, form, value))}
      />
    );
  });
}
