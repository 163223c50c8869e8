import { useCallback, useMemo, useState } from "react";
import type { Point } from "../../map/scene.ts";
import type { Pins } from "../../map/show-scene.ts";
import type { LensName } from "../../map/state/view-search.ts";
import type { Deeds } from "./use-deeds.ts";

const nameOf = (ecosystem: string, lens: LensName, view: string | undefined, node: string) =>
  `${ecosystem} ${lens} ${view ?? ""} ${node}`;

/** Where nodes were put by hand, by lens and named view. */
export function usePins(ecosystem: string, lens: LensName, view: string | undefined, deeds: Deeds) {
  const [places, setPlaces] = useState<Readonly<Record<string, Point>>>({});
  const pins: Pins = useMemo(() => {
    const start = nameOf(ecosystem, lens, view, "");
    return new Map(
      Object.entries(places).flatMap(([name, place]) =>
        name.startsWith(start) ? [[name.slice(start.length), place] as const] : [],
      ),
    );
  }, [places, ecosystem, lens, view]);
  const { record } = deeds;
  const pin = useCallback(
    (node: string, place: Point | null) => {
      const name = nameOf(ecosystem, lens, view, node);
      const before = places[name];
      const put = (to: Point | null | undefined) =>
        setPlaces(({ [name]: _, ...rest }) => (to ? { ...rest, [name]: to } : rest));
      put(place);
      record({ label: place ? "Move a node" : "Unpin a node", undo: () => put(before), redo: () => put(place) });
    },
    [ecosystem, lens, view, places, record],
  );
  return { pins, pin };
}
