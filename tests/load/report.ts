import { quantile } from "../support/quantile.ts";

/** Answers of one kind: how long each took, and the errors by code. */
export interface Line {
  name: string;
  millis: number[];
  errors: Record<string, number>;
}

export function addTimes(lines: Map<string, Line>, name: string, millis: number, error: string | null): void {
  const line = lines.get(name) ?? { name, millis: [], errors: {} };
  lines.set(name, line);
  line.millis.push(millis);
  if (error !== null) line.errors[error] = (line.errors[error] ?? 0) + 1;
}

export function printLines(lines: ReadonlyMap<string, Line>, machine: object): void {
  console.log("who, on what                     answers     p50 ms     p95 ms   errors");
  for (const { name, millis, errors } of [...lines.values()].sort((a, b) => (a.name < b.name ? 1 : -1))) {
    const cells = [millis.length, quantile(millis, 0.5), quantile(millis, 0.95)];
    const words = Object.entries(errors).map(([code, count]) => `${count} ${code}`);
    const numbers = cells.map((cell) => String(Math.round(cell)).padStart(11)).join("");
    console.log(`${name.padEnd(29)}${numbers}   ${words.join(", ") || "none"}`);
  }
  console.log(JSON.stringify(machine));
}
