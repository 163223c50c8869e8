// Types of the part of d3-voronoi-treemap 1.1 that is used here; it ships none.
declare module "d3-voronoi-treemap" {
  import type { HierarchyNode } from "d3-hierarchy";

  type Corner = [number, number];
  interface VoronoiTreemap {
    /** Gives each node of the hierarchy its `polygon`. */
    <T>(root: HierarchyNode<T>): void;
    /** A convex polygon, counterclockwise with y downwards. */
    clip(polygon: Corner[]): VoronoiTreemap;
    convergenceRatio(ratio: number): VoronoiTreemap;
    maxIterationCount(count: number): VoronoiTreemap;
    minWeightRatio(ratio: number): VoronoiTreemap;
    prng(random: () => number): VoronoiTreemap;
  }
  export function voronoiTreemap(): VoronoiTreemap;
}
