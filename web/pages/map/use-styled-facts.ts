import { useEffect, useMemo, useState } from "react";
import { type CombinedError, useQuery } from "urql";
import type { MapFacts } from "../../map/model/facts.ts";
import type { StyleSearch } from "../../map/model/search-params/style-search.ts";
import { maxAtOnce, tiesOf } from "../../map/model/style/centrality.ts";
import { lossesQuery } from "./reading.graphql.ts";
import type { MapDay } from "./use-map-day.ts";

interface Reading {
  facts: MapFacts;
  error: CombinedError | undefined;
}

/** Adds to the facts what the chosen measures need and the map does not bring: coherence loss, and betweenness of a large map. */
export function useStyledFacts(facts: MapFacts, key: string, { rest, moving }: MapDay, search: StyleSearch): Reading {
  const asked = [search.size, search.colour, search.ring, search.width];
  const wantsLoss = asked.includes("loss");
  const wantsPaths = asked.includes("betweenness") && facts.map.nodes.length > maxAtOnce;
  const [{ data, error }] = useQuery({
    query: lossesQuery,
    variables: { key, asOf: rest.day },
    pause: !wantsLoss || moving,
  });
  const coherence = wantsLoss ? data?.ecosystem?.coherence : undefined;
  const loss = useMemo(() => {
    if (!coherence) return undefined;
    const sums = new Map<string, number>();
    for (const { items } of coherence.dimensions)
      for (const { loss: cost, subjects } of items)
        if (cost !== null) for (const { id } of subjects) sums.set(id, (sums.get(id) ?? 0) + cost);
    return sums;
  }, [coherence]);

  const { map } = facts;
  const [counted, setCounted] = useState<{ map: MapFacts["map"]; values: ReadonlyMap<string, number> } | null>(null);
  useEffect(() => {
    if (!wantsPaths) return;
    const worker = new Worker(new URL("../../map/model/style/centrality.worker.ts", import.meta.url), {
      type: "module",
    });
    worker.onmessage = ({ data: entries }: MessageEvent<[string, number][]>) =>
      setCounted({ map, values: new Map(entries) });
    worker.postMessage(tiesOf(map));
    return () => worker.terminate();
  }, [wantsPaths, map]);
  const betweenness = counted?.map === map ? counted.values : undefined;
  const lossCoverage = coherence?.isIndicative ? coherence.coverage : null;
  const read = useMemo(
    () =>
      loss || betweenness
        ? { ...facts, ...(loss && { loss, lossCoverage }), ...(betweenness && { betweenness }) }
        : facts,
    [facts, loss, lossCoverage, betweenness],
  );
  return { facts: read, error: wantsLoss ? error : undefined };
}
