import { NativeSelect } from "@mantine/core";
import { count } from "../../shared/format.ts";

/** What the API takes when nothing is said. */
const usual = 180;
const offered: readonly (readonly [days: number, words: string])[] = [
  [30, "a month"],
  [90, "three months"],
  [usual, "half a year (usual)"],
  [365, "a year"],
  [730, "two years"],
];

interface Props {
  /** Days; the usual ones when absent. */
  halfLife: number | undefined;
  onHalfLife(days: number | undefined): void;
}

/** How long moves are remembered; a link may ask for days that are not offered. */
export function HalfLifeChoice({ halfLife = usual, onHalfLife }: Props) {
  const lives = offered.some(([days]) => days === halfLife)
    ? offered
    : [...offered, [halfLife, count(halfLife, "day")] as const].sort(([a], [b]) => a - b);
  return (
    <NativeSelect
      size="xs"
      label="A move weighs half after"
      data={lives.map(([days, words]) => ({ value: String(days), label: words }))}
      value={String(halfLife)}
      onChange={(event) => {
        const days = Number(event.currentTarget.value);
        onHalfLife(days === usual ? undefined : days);
      }}
    />
  );
}
