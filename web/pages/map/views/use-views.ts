import { useEffect, useMemo, useRef, useState } from "react";
import { type AnyVariables, type CombinedError, type TypedDocumentNode, useClient, useQuery } from "urql";
import { isAnswerTo } from "../../../graphql/answers.ts";
import { describeFailure } from "../../../graphql/client.ts";
import type { Lens } from "../../../graphql/schema-types.ts";
import { hashesOfText } from "../../../links/link-parts.ts";
import { loadParts, storeParts } from "../../../links/sync-link-parts.ts";
import { type LayoutPin, saveLayoutMutation } from "../../../map/pins/layout.graphql.ts";
import { randomId } from "../../../shared/hash.ts";
import {
  type MapView,
  orderViewsMutation,
  removeViewMutation,
  type SaveViewInput,
  saveViewMutation,
  type ViewConflict,
  viewsAndPinsQuery,
} from "./views.graphql.ts";

export type Done<Answer> =
  | { done: Answer }
  /** Somebody else was faster: both values. */
  | { conflict: ViewConflict }
  | { why: string };

/** Extensions of a CONFLICT error: the view as it is now, and what was sent. */
const isViewConflict = (extensions: object): extensions is ViewConflict =>
  "code" in extensions && extensions.code === "CONFLICT" && "current" in extensions && "yours" in extensions;

/** A view as it was, with the places that it gave to nodes, so that it can be brought back. */
export interface WholeView {
  view: MapView;
  /** Keys of all views in their order. */
  order: string[];
  pins: { lens: Lens; pins: LayoutPin[] }[];
}

export interface Views {
  /** In the order of the story; null while they are not known. */
  list: readonly MapView[] | null;
  /** Which view is shown: null outside of any, also when the link's view has been removed. */
  shown: string | null;
  /** The stored pins of the shown view, by lens; null while they are not known. */
  pins: Readonly<Record<Lens, readonly LayoutPin[]>> | null;
  /** As it is at this moment, for what is done later. */
  now(): readonly MapView[];
  error: CombinedError | undefined;
  /** Reads them again, after an error. */
  again(): void;
  save(view: Omit<SaveViewInput, "ecosystem">): Promise<Done<MapView>>;
  remove(view: Pick<MapView, "key" | "version">): Promise<Done<WholeView>>;
  restore(whole: WholeView): Promise<Done<MapView>>;
  order(keys: string[]): Promise<Done<null>>;
  /** Gives nodes the same places in a view as they have elsewhere. */
  copyPins(key: string, lens: Lens, pins: readonly Omit<LayoutPin, "id">[]): Promise<Done<null>>;
}

export const pinnedLenses: readonly Lens[] = ["NETWORK", "POSITIONS", "BOUNDARIES", "RIVALS"];
// An empty list names no type, yet is out of date once there is a view.
const context = { additionalTypenames: ["View"] };

/** The ecosystem's named views: one list for panel, story and links; and the pins of the one that is shown. */
export function useViews(ecosystem: string, view: string | undefined): Views {
  const client = useClient();
  const [removed, setRemoved] = useState<string | null>(null);
  const shown = view === undefined || view === removed ? null : view;
  const variables = useMemo(() => ({ key: ecosystem, view: shown }), [ecosystem, shown]);
  const [{ data, operation, error }, readAgain] = useQuery({
    query: viewsAndPinsQuery,
    variables,
    context,
    requestPolicy: "cache-and-network",
  });
  const found = data?.ecosystem;
  const list = found?.views ?? null;
  // Of a view that has been removed nothing is left: the pins outside of any are shown.
  const isRemoved = list ? list.every(({ key }) => key !== view) : removed === view;
  const nowRemoved = view !== undefined && isRemoved ? view : null;
  if (nowRemoved !== removed) setRemoved(nowRemoved);
  const pins = found && isAnswerTo(operation, variables) ? found : null;
  // Large parts of the views' states are loaded beforehand, so that a step of a story opens at once.
  useEffect(() => {
    const hashes = (list ?? []).flatMap(({ state }) => hashesOfText(state));
    // Where this fails, opening the view loads them, and says what is wrong.
    if (hashes.length > 0) void loadParts(client, ecosystem, hashes);
  }, [client, ecosystem, list]);
  const latest = useRef(list);
  latest.current = list;

  return useMemo(() => {
    async function run<Data, Variables extends AnyVariables>(
      mutation: TypedDocumentNode<Data, Variables>,
      variables: Variables,
    ): Promise<Done<Data>> {
      const { data: answer, error: failure } = await client.mutation(mutation, variables, context).toPromise();
      if (answer && !failure) return { done: answer };
      const stale = failure?.graphQLErrors.flatMap(({ extensions }) =>
        isViewConflict(extensions) ? [extensions] : [],
      )[0];
      if (stale) {
        const asShown = { key: ecosystem, view: shown };
        client.query(viewsAndPinsQuery, asShown, { ...context, requestPolicy: "network-only" }).toPromise();
        return { conflict: stale };
      }
      if (!failure) return { why: "The server did not answer. Try again." };
      const { kind, title, detail } = describeFailure(failure);
      return { why: kind === "refused" ? detail : `${title}. ${detail}` };
    }
    const idempotencyKey = randomId;
    const now = () => latest.current ?? [];

    const save: Views["save"] = async (view) => {
      // What the view names by hash is stored first: a view that cannot be opened is none.
      const failed = await storeParts(client, ecosystem, hashesOfText(view.state));
      if (failed) return { why: describeFailure(failed).detail };
      const answer = await run(saveViewMutation, { input: { ecosystem, idempotencyKey: idempotencyKey(), ...view } });
      if (!("done" in answer)) return answer;
      const saved = answer.done.saveView.view;
      return saved ? { done: saved } : { why: `The view "${view.name}" has been deleted.` };
    };
    const order: Views["order"] = async (keys) => {
      const answer = await run(orderViewsMutation, { input: { ecosystem, keys, idempotencyKey: idempotencyKey() } });
      return "done" in answer ? { done: null } : answer;
    };
    const copyPins: Views["copyPins"] = async (key, lens, pins) => {
      if (pins.length === 0) return { done: null };
      const plain = pins.map(({ kind, key: node, x, y }) => ({ kind, key: node, x, y }));
      const input = { ecosystem, lens, view: key, pins: plain, idempotencyKey: idempotencyKey() };
      const answer = await run(saveLayoutMutation, { input });
      return "done" in answer ? { done: null } : answer;
    };
    const remove: Views["remove"] = async ({ key, version }) => {
      const view = now().find((one) => one.key === key);
      if (!view) return { why: "This view has already been removed." };
      const stored = await client
        .query(viewsAndPinsQuery, { key: ecosystem, view: key }, { ...context, requestPolicy: "network-only" })
        .toPromise();
      const pinsOf = stored.data?.ecosystem;
      if (!pinsOf) return { why: "The positions of this view could not be loaded, so it was not removed. Try again." };
      const pins = pinnedLenses.map((lens) => ({ lens, pins: pinsOf[lens] }));
      const whole = { view, order: now().map((one) => one.key), pins };
      const answer = await run(removeViewMutation, {
        input: { ecosystem, key, version, idempotencyKey: idempotencyKey() },
      });
      return "done" in answer ? { done: whole } : answer;
    };
    const restore: Views["restore"] = async ({ view, order: keys, pins }) => {
      const { key, name, caption, state } = view;
      const saved = await save({ key, name, caption, state });
      if (!("done" in saved)) return saved;
      for (const part of pins) {
        const copied = await copyPins(key, part.lens, part.pins);
        if (!("done" in copied)) return copied;
      }
      // Others may have come and gone since.
      const there = now().map((one) => one.key);
      const known = keys.filter((one) => one === key || there.includes(one));
      const placed = await order([...known, ...there.filter((one) => !known.includes(one))]);
      return "done" in placed ? saved : placed;
    };
    return {
      list,
      shown,
      pins,
      error,
      again: () => readAgain({ ...context, requestPolicy: "network-only" }),
      now,
      save,
      remove,
      restore,
      order,
      copyPins,
    };
  }, [client, ecosystem, list, shown, pins, error, readAgain]);
}
