import type { MapContextValue } from "./map-context.ts";

/** The name of a record or of a collapsed group, as people read it. */
export function labelOf(map: Pick<MapContextValue, "whole" | "scene">, id: string): string {
  const node = map.whole.nodes.find((one) => one.id === id);
  return node?.label ?? map.scene.nodes.find((one) => one.record === id)?.name ?? "a deleted record";
}

/** "SysCo", "SysCo and Norrvik", "SysCo and 4 others". */
export function labelsOf(map: Pick<MapContextValue, "whole" | "scene">, ids: readonly string[]): string {
  const [first, second] = ids.map((id) => labelOf(map, id));
  if (ids.length === 1) return first!;
  if (ids.length === 2) return `${first} and ${second}`;
  return `${first} and ${ids.length - 1} others`;
}
