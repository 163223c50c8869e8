import { type Disc, type Outline, outlineOf } from "./outline.ts";
import { clustersOf } from "./parts.ts";

export interface OutlineJob {
  groups: readonly { name: string; label: string; members: readonly string[] }[];
  discs: readonly Disc[];
}

// Off the main thread: an outline among 2,000 nodes takes a tenth of a second.
self.onmessage = ({ data: { groups, discs } }: MessageEvent<OutlineJob>) => {
  const outlines = groups.flatMap(({ name, label, members }, hue): Outline[] => {
    const belongs = new Set(members);
    const own = discs.filter(({ id }) => belongs.has(id));
    const others = discs.filter(({ id }) => !belongs.has(id));
    if (own.length < 2) return [];
    // Small exclaves are known by their colour.
    return clustersOf(own).map((cluster, i) => ({
      ...outlineOf(name, i === 0 || cluster.length > 2 ? label : "", cluster, others),
      hue,
    }));
  });
  self.postMessage(outlines);
};
