import type { ChangedKind } from "../graphql/schema-types.ts";
import type { DescribedField } from "../shared/described-records.ts";
import { fieldText } from "../shared/fields.ts";
import { percent, points } from "../shared/format.ts";

/** What the numbers of a scale mean, as the field's help says it: "from 1 (minor) to 5 (vital)", "1 confirmed, 2 …". */
export function scaleWords({ help }: Pick<DescribedField, "help">): ReadonlyMap<number, string> {
  const bracketed = [...help.matchAll(/(\d) \(([^)]+)\)/g)];
  const listed = bracketed.length > 0 ? bracketed : [...help.matchAll(/(\d) ([a-z][a-z ]*)(?=[,.])/g)];
  return new Map(listed.map(([, step, word]) => [Number(step), word!]));
}

/** Whether a field is a share from 0 to 1, which the screen shows as whole points or percent. */
export const isShare = ({ type, range }: DescribedField): boolean =>
  type === "number" && range?.maximum === 1 && (range.minimum === 0 || range.exclusiveMinimum === 0);

/** The steps of a short scale: 1 to 5, 1 to 6; null of a field that has none. */
export function stepsOf({ type, range }: DescribedField): number[] | null {
  const { minimum, maximum } = range ?? {};
  if (type !== "integer" || minimum !== 1 || maximum === undefined || maximum > 6) return null;
  return Array.from({ length: maximum }, (_, step) => step + 1);
}

/** A value as it is read: shares in points, steps of a scale with their word; null where nothing is recorded. */
export function valueText(kind: ChangedKind, field: DescribedField, value: unknown): string | null {
  if (typeof value === "number" && isShare(field))
    return field.name === "confidence" ? percent(value) : `${points(value)} of 100`;
  const steps = stepsOf(field);
  if (typeof value === "number" && steps) {
    const word = scaleWords(field).get(value);
    return word ? `${value} of ${steps.length}, ${word}` : `${value} of ${steps.length}`;
  }
  if (field.type === "country" && typeof value === "string") return countryName(value) ?? value;
  return fieldText(kind, field.name, value);
}

const countries = new Intl.DisplayNames("en-GB", { type: "region", fallback: "none" });

/** The name of a country by its two letters; null where there is none. */
export function countryName(code: string): string | null {
  return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? null) : null;
}

/** The help of a share in the numbers that forms show, from 0 to 100; with "%" behind them in grids. */
export const shareHelp = ({ help }: Pick<DescribedField, "help">, unit: "" | "%" = ""): string =>
  help.replace(/(from 0(?: \([^)]*\))? to |up to )1\b/gi, `$1100${unit}`);
