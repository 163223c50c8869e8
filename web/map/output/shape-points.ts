import type { Shape } from "../model/kinds.ts";

type Points = readonly (readonly [x: number, y: number])[];

/**
 * Corners within −1..1 about a node's centre, y down, as the canvas draws each shape; others are round or rectangular.
 */
export const shapePoints: Partial<Record<Shape, Points>> = {
  diamond: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  triangle: [
    [0, -1],
    [1, 1],
    [-1, 1],
  ],
  hexagon: regular(6, 0),
  pentagon: regular(5, -Math.PI / 2),
  star: star(),
  vee: [
    [-1, -1],
    [0, -0.333],
    [1, -1],
    [0, 1],
  ],
};

/** Corners on a circle, stretched to fill the box. */
function regular(corners: number, start: number): Points {
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = start + (2 * Math.PI * i) / corners;
    return [Math.cos(angle), Math.sin(angle)] as const;
  });
  const reach = (axis: 0 | 1) => Math.max(...points.map((point) => Math.abs(point[axis])));
  const [width, height] = [reach(0), reach(1)];
  return points.map(([x, y]) => [x / width, y / height] as const);
}

function star(): Points {
  return Array.from({ length: 10 }, (_, i) => {
    const angle = -Math.PI / 2 + (Math.PI * i) / 5;
    const radius = i % 2 === 0 ? 1 : 0.4;
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  });
}
