import type { Scene } from "./scene.ts";

/**
 * Every record on the canvas once, territories included, by name. The status of a territory is among the facts that
 * follow its name (describe.ts); only what changed since the other date of a comparison is added here.
 */
export function recordsIn({ background, nodes }: Scene): [id: string, name: string][] {
  const names = new Map<string, string>();
  for (const item of background)
    if (item.type === "territory")
      names.set(item.record, item.comparedState ? `${item.name}, ${item.comparedState}` : item.name);
  for (const node of nodes) names.set(node.record, node.name);
  return [...names].sort((a, b) => a[1].localeCompare(b[1]));
}
