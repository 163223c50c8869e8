import { NativeSelect } from "@mantine/core";
import { count } from "../../shared/format.ts";

const offered: readonly (readonly [days: number, words: string])[] = [
  [30, "1 month"],
  [90, "3 months"],
  [180, "6 months"],
  [365, "1 year"],
  [730, "2 years"],
];

interface Props {
  /** Days. */
  halfLife: number;
  /** Days when nothing is chosen. */
  defaultDays: number;
  onHalfLife(days: number | undefined): void;
}

/** Selector of the half-life of moves; a link may contain a number of days that is not among the options. */
export function HalfLifeChoice({ halfLife, defaultDays, onHalfLife }: Props) {
  const added = [...new Set([halfLife, defaultDays])].filter((life) => offered.every(([days]) => days !== life));
  const lives = [...offered, ...added.map((days) => [days, count(days, "day")] as const)].sort(([a], [b]) => a - b);
  return (
    <NativeSelect
      size="xs"
      label="Half-life of moves"
      data={lives.map(([days, words]) => ({
        value: String(days),
        label: days === defaultDays ? `${words} (default)` : words,
      }))}
      value={String(halfLife)}
      onChange={(event) => {
        const days = Number(event.currentTarget.value);
        onHalfLife(days === defaultDays ? undefined : days);
      }}
    />
  );
}
