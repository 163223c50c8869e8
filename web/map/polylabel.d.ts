declare module "polylabel" {
  /** The point of a polygon (outer ring first, then its holes) that lies furthest from its border, and how far. */
  export default function polylabel(
    polygon: readonly (readonly (readonly [number, number])[])[],
    precision?: number,
  ): [number, number] & { distance: number };
}
