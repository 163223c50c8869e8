import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useClient } from "urql";
import { useKnownOn } from "../../as-known/AsKnown.tsx";
import { connection, describeFailure } from "../../graphql/client.ts";
import type { Lens } from "../../graphql/schema-types.ts";
import type { MapNode } from "../../map/model/facts.graphql.ts";
import type { Point } from "../../map/model/scene.ts";
import type { LensName } from "../../map/model/search-params/display-search.ts";
import { saveLayoutMutation } from "../../map/pins/layout.graphql.ts";
import { type LayoutScope, type Moves, PinStore } from "../../map/pins/pin-store.ts";
import { count } from "../../shared/format.ts";
import type { UndoActions } from "./use-undo-history.ts";
import { pinnedLenses, type Views } from "./views/use-views.ts";

export const lensOf = (lens: LensName) => lens.toUpperCase() as Lens;

/** Moves within this time are one command. */
const gatherMillis = 1_000;

/** Pins by lens and named view: on the map at once, and saved soon after; those of a reader stay in the tab. */
export function usePins(
  ecosystem: string,
  lens: LensName,
  views: Views,
  nodes: readonly MapNode[],
  record: UndoActions["record"],
  mayEdit: boolean,
) {
  const client = useClient();
  const knownOn = useKnownOn();
  const maySave = useRef(mayEdit);
  maySave.current = mayEdit;
  const known = useRef(new Map<string, MapNode>());
  known.current = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  const [store] = useState(() => {
    // What is moved on the map of an earlier day is not stored, and not mixed with what is to be.
    const storageKey = ["ecotone pins", ecosystem, ...(knownOn === null ? [] : [knownOn])].join(" ");
    return new PinStore({
      maySave: () => maySave.current,
      nameOf: (id) => {
        const node = known.current.get(id);
        return node ? { kind: node.kind, key: node.key } : null;
      },
      save: async (input) => {
        const { error } = await client.mutation(saveLayoutMutation, { input: { ecosystem, ...input } }).toPromise();
        if (!error) return { stored: true };
        const { kind, title, detail } = describeFailure(error);
        return { stored: false, why: kind === "refused" ? detail : title, retry: kind !== "refused" };
      },
      storage: {
        read: () => sessionStorage.getItem(storageKey),
        write: (text) => (text ? sessionStorage.setItem(storageKey, text) : sessionStorage.removeItem(storageKey)),
      },
    });
  });
  useEffect(
    () =>
      connection.subscribe(() => {
        if (connection.now().kind === "well") store.again();
      }),
    [store],
  );
  useEffect(() => {
    if (mayEdit) store.again();
  }, [mayEdit, store]);

  const { shown, pins: stored, error, again: readAgain } = views;
  const layoutScope = useMemo<LayoutScope>(() => ({ lens: lensOf(lens), view: shown }), [lens, shown]);
  // In a ref, so that pinAll is the same function in every lens and view.
  const scope = useRef(layoutScope);
  scope.current = layoutScope;
  // Of all lenses at once, and only when an answer comes: what has been stored since is newer than it.
  useEffect(() => {
    if (!stored) return;
    for (const each of pinnedLenses)
      store.load({ lens: each, view: shown }, new Map(stored[each].map(({ id, x, y }) => [id, { x, y }])));
  }, [stored, shown, store]);
  const pins = useSyncExternalStore(store.subscribe, () => store.pinsOf(layoutScope));
  const state = useSyncExternalStore(store.subscribe, () => store.state);

  /** The last command while moves of the same nodes still join it. */
  const last = useRef<{ layoutScope: LayoutScope; ids: string; at: number; moves: Moves } | null>(null);
  const pinAll = useCallback(
    (label: string, moves: Moves, { gather = false } = {}) => {
      const layoutScope = scope.current;
      const at = performance.now();
      const ids = [...moves.keys()].join();
      const going = last.current;
      if (gather && going?.layoutScope === layoutScope && going.ids === ids && at - going.at < gatherMillis) {
        Object.assign(going, { at, moves });
        store.put(layoutScope, moves);
        return;
      }
      const now = store.pinsOf(layoutScope);
      const before: Moves = new Map([...moves.keys()].map((id) => [id, now.get(id) ?? null]));
      const command = { layoutScope, ids, at, moves };
      last.current = gather ? command : null;
      store.put(layoutScope, moves);
      const undo = () => {
        last.current = null;
        store.put(layoutScope, before);
      };
      record({ label, undo, redo: () => store.put(layoutScope, command.moves) });
    },
    [store, record],
  );
  const showPin = useCallback((id: string, place: Point) => store.show(scope.current, id, place), [store]);
  /** What a hand has moved: one node, or all that are selected. */
  const move = useCallback(
    (moves: ReadonlyMap<string, Point>) => {
      const [id] = moves.keys();
      const label = (moves.size === 1 && known.current.get(id!)?.label) || count(moves.size, "node");
      pinAll(`Move ${label}`, moves);
    },
    [pinAll],
  );
  const pinsState = useMemo(
    () => ({
      ...state,
      again: store.again,
      giveUp: store.giveUp,
      /** Places could not be read: why, and how to try again. */
      unread: error ? { why: describeFailure(error).detail, again: readAgain } : null,
    }),
    [state, store, error, readAgain],
  );
  return { pins, move, pinAll, showPin, pinsState };
}
