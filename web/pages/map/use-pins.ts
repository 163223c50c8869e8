import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useClient, useQuery } from "urql";
import { isAnswerTo } from "../../graphql/answers.ts";
import { connection, describeFailure } from "../../graphql/client.ts";
import { type Lens, layoutQuery, saveLayoutMutation } from "../../graphql/operations-layout.ts";
import type { MapNode } from "../../graphql/types.ts";
import type { Point } from "../../map/model/scene.ts";
import type { LensName } from "../../map/model/search-params/display-search.ts";
import { type Moves, PinStore, type Sheet } from "../../map/pins/pin-store.ts";
import { count } from "../../shared/format.ts";
import type { Deeds } from "./use-undo-history.ts";

export const lensOf = (lens: LensName) => lens.toUpperCase() as Lens;

/** Moves that follow each other sooner are one deed. */
const gatherMillis = 1_000;
const fromServer = { requestPolicy: "network-only" } as const;

/** Where nodes were put by hand, by lens and named view: on the map at once, stored soon after. */
export function usePins(
  ecosystem: string,
  lens: LensName,
  view: string | undefined,
  nodes: readonly MapNode[],
  deeds: Deeds,
) {
  const client = useClient();
  const known = useRef(new Map<string, MapNode>());
  known.current = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  const [store] = useState(() => {
    const shelf = `ecotone pins ${ecosystem}`;
    return new PinStore({
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
      shelf: {
        read: () => sessionStorage.getItem(shelf),
        write: (text) => (text ? sessionStorage.setItem(shelf, text) : sessionStorage.removeItem(shelf)),
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

  const sheet = useMemo<Sheet>(() => ({ lens: lensOf(lens), view: view ?? null }), [lens, view]);
  const variables = useMemo(() => ({ key: ecosystem, ...sheet }), [ecosystem, sheet]);
  const [{ data, operation, error }, readAgain] = useQuery({
    query: layoutQuery,
    variables,
    requestPolicy: "cache-and-network",
  });
  useEffect(() => {
    if (data?.ecosystem && isAnswerTo(operation, variables))
      store.load(sheet, new Map(data.ecosystem.layout.map(({ id, x, y }) => [id, { x, y }])));
  }, [data, operation, variables, sheet, store]);
  const pins = useSyncExternalStore(store.subscribe, () => store.pinsOf(sheet));
  const state = useSyncExternalStore(store.subscribe, () => store.state);

  const { record } = deeds;
  /** The last deed while moves of the same nodes still join it. */
  const last = useRef<{ sheet: Sheet; ids: string; at: number; moves: Moves } | null>(null);
  const pinAll = useCallback(
    (label: string, moves: Moves, { gather = false } = {}) => {
      const at = performance.now();
      const ids = [...moves.keys()].join();
      const going = last.current;
      if (gather && going?.sheet === sheet && going.ids === ids && at - going.at < gatherMillis) {
        Object.assign(going, { at, moves });
        store.put(sheet, moves);
        return;
      }
      const now = store.pinsOf(sheet);
      const before: Moves = new Map([...moves.keys()].map((id) => [id, now.get(id) ?? null]));
      const deed = { sheet, ids, at, moves };
      last.current = gather ? deed : null;
      store.put(sheet, moves);
      const undo = () => {
        last.current = null;
        store.put(sheet, before);
      };
      record({ label, undo, redo: () => store.put(sheet, deed.moves) });
    },
    [store, sheet, record],
  );
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
      unread: error ? { why: describeFailure(error).detail, again: () => readAgain(fromServer) } : null,
    }),
    [state, store, error, readAgain],
  );
  return { pins, move, pinAll, pinsState };
}
