/** Closed polygon, in pixels of the canvas. */
export type Outline = readonly (readonly [x: number, y: number])[];

/** Whether a point is inside: a ray from it crosses the outline an odd number of times. */
export function contains(outline: Outline, x: number, y: number): boolean {
  let inside = false;
  outline.forEach(([x1, y1], i) => {
    const [x2, y2] = outline[(i + 1) % outline.length]!;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

export const boxOf = (a: readonly [number, number], b: readonly [number, number]): [number, number][] => [
  [a[0], a[1]],
  [b[0], a[1]],
  [b[0], b[1]],
  [a[0], b[1]],
];
