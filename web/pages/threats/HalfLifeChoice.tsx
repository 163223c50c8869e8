import { NativeSelect } from "@mantine/core";
import { count } from "../../shared/format.ts";

/** Default of the API, in days. */
const defaultDays = 180;
const offered: readonly (readonly [days: number, words: string])[] = [
  [30, "1 month"],
  [90, "3 months"],
  [defaultDays, "6 months (default)"],
  [365, "1 year"],
  [730, "2 years"],
];

interface Props {
  /** Days; the default when absent. */
  halfLife: number | undefined;
  onHalfLife(days: number | undefined): void;
}

/** Selector of the half-life of moves; a link may contain a number of days that is not among the options. */
export function HalfLifeChoice({ halfLife = defaultDays, onHalfLife }: Props) {
  const lives = offered.some(([days]) => days === halfLife)
    ? offered
    : [...offered, [halfLife, count(halfLife, "day")] as const].sort(([a], [b]) => a - b);
  return (
    <NativeSelect
      size="xs"
      label="Half-life of moves"
      data={lives.map(([days, words]) => ({ value: String(days), label: words }))}
      value={String(halfLife)}
      onChange={(event) => {
        const days = Number(event.currentTarget.value);
        onHalfLife(days === defaultDays ? undefined : days);
      }}
    />
  );
}
