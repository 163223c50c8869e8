export interface LabelBox {
  id: string;
  priority: number;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** The ids whose labels would lie on a more important one: greedy, most important first. */
export function hiddenLabels(boxes: readonly LabelBox[]): Set<string> {
  const kept: LabelBox[] = [];
  const hidden = new Set<string>();
  for (const box of [...boxes].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))) {
    const hit = kept.some((other) => box.x1 < other.x2 && other.x1 < box.x2 && box.y1 < other.y2 && other.y1 < box.y2);
    if (hit) hidden.add(box.id);
    else kept.push(box);
  }
  return hidden;
}
