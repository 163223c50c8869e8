import { type Disc, hullOf, type Outline, outlineOf } from "./outline.ts";
import { partsOf } from "./parts.ts";

export interface OutlineJob {
  groups: readonly { name: string; label: string; members: readonly string[] }[];
  discs: readonly Disc[];
  /** Each group stands apart from all others: a hull about it holds nobody else. */
  areApart: boolean;
}

// Off the main thread: an outline among 2,000 nodes takes a tenth of a second.
self.onmessage = ({ data: { groups, discs, areApart } }: MessageEvent<OutlineJob>) => {
  const outlines = groups.flatMap(({ name, label, members }, hue): Outline[] => {
    const belongs = new Set(members);
    const own = discs.filter(({ id }) => belongs.has(id));
    const others = discs.filter(({ id }) => !belongs.has(id));
    if (own.length < 2) return [];
    if (areApart) return [{ ...hullOf(name, label, own, others), hue }];
    // Small exclaves are known by their colour.
    return partsOf(own).map((part, i) => ({
      ...outlineOf(name, i === 0 || part.length > 2 ? label : "", part, others),
      hue,
    }));
  });
  self.postMessage(outlines);
};
