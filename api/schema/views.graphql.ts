import { readViews, type StoredView } from "../../cypher/views/views.ts";
import { orderViews, removeView, saveView } from "../changes/views/change-views.ts";
import type { AsKnown, EcosystemNode } from "../ecosystems/ecosystem-cache.ts";
import { builder } from "./builder.ts";
import { changed, changeRequest, idempotencyKey, why } from "./change-input.ts";
import type { ApiContext } from "./context.ts";
import { pageCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { ChangeEntry, historyOf, logArgs } from "./history.graphql.ts";

interface ViewRow extends StoredView {
  ecosystem: string;
}

const View = builder.objectRef<ViewRow>("View").implement({
  description: "A named view of the map with its caption: a step of a story to present.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "The key, unique in the ecosystem; used in links." }),
    name: t.exposeString("name", { description: "The name." }),
    caption: t.exposeString("caption", { nullable: true, description: "The caption." }),
    position: t.exposeInt("position", { description: "Its position in the story, from 0." }),
    state: t.exposeString("state", { description: "The state of the page, as the query string of its address." }),
    version: t.exposeInt("version", { description: "Increases with every change of the view; saveView requires it." }),
    by: t.exposeString("by", { description: "Who changed it last." }),
    at: t.exposeString("at", { description: "The time of the last change (RFC 3339)." }),
    history: t.field({
      type: [ChangeEntry],
      description: "Its changes, latest first.",
      args: logArgs,
      complexity: pageCost(5),
      resolve: ({ ecosystem, key }, args, context) => historyOf(context, { ecosystem, kind: "views", key }, args),
    }),
  }),
});

/** Views of an ecosystem, in the state that is shown. */
async function viewsShown({ key, asKnown }: EcosystemNode, context: ApiContext): Promise<ViewRow[]> {
  const views = await readViews(context.db, key);
  return numbered(key, asKnown ? viewsBefore(views, asKnown.earlier.since) : views);
}

/** The views before the logged changes, in the order that they had. */
function viewsBefore(now: readonly StoredView[], since: AsKnown["earlier"]["since"]): StoredView[] {
  const views = new Map(now.map((view) => [view.key, view]));
  for (const { kind, key, before } of [...since].reverse()) {
    if (kind !== "views") continue;
    if (before) views.set(key, before as unknown as StoredView);
    else views.delete(key);
  }
  return [...views.values()].sort((a, b) => a.position - b.position);
}

/** Stored positions have gaps where a view was removed; those of the story have none. */
const numbered = (ecosystem: string, views: readonly StoredView[]): ViewRow[] =>
  views.map((view, position) => ({ ...view, position, ecosystem }));

const viewsOf = async (ecosystem: string, context: ApiContext): Promise<ViewRow[]> =>
  numbered(ecosystem, await readViews(context.db, ecosystem));

builder.objectFields(EcosystemType, (t) => ({
  views: t.field({
    type: [View],
    description: "Named views, in the order of the story.",
    complexity: { field: 10, multiplier: 3 },
    resolve: (ecosystem, _args, context) => viewsShown(ecosystem, context),
  }),
  view: t.field({
    type: View,
    nullable: true,
    description: "The view with this key; null when there is none.",
    args: { key: t.arg.string({ required: true, description: "The key of the view." }) },
    complexity: { field: 10, multiplier: 1 },
    resolve: async (ecosystem, args, context) =>
      (await viewsShown(ecosystem, context)).find(({ key }) => key === args.key),
  }),
}));

interface Outcome {
  ecosystem: string;
  revision: number;
}

const revision = "The revision of the ecosystem after the change; the same as before if nothing has changed.";
const SaveViewResult = builder.objectRef<Outcome & { key: string }>("SaveViewResult").implement({
  description: "The result of saving a view.",
  fields: (t) => ({
    revision: t.exposeInt("revision", { description: revision }),
    view: t.field({
      type: View,
      nullable: true,
      description:
        "The view as it is now; null if it has been removed since, which a repeated idempotencyKey may find.",
      resolve: async ({ ecosystem, key }, _args, context) =>
        (await viewsOf(ecosystem, context)).find((view) => view.key === key),
    }),
  }),
});
const ViewsResult = builder.objectRef<Outcome & { pins?: number }>("ViewsResult").implement({
  description: "The result of removing or ordering views.",
  fields: (t) => ({
    revision: t.exposeInt("revision", { description: revision }),
    pins: t.int({ description: "Number of layout pins removed with the view.", resolve: ({ pins }) => pins ?? 0 }),
    views: t.field({
      type: [View],
      description: "The remaining views, in order.",
      resolve: ({ ecosystem }, _args, context) => viewsOf(ecosystem, context),
    }),
  }),
});

const SaveViewInput = builder.inputType("SaveViewInput", {
  description: "A complete view: what is absent is empty afterwards.",
  fields: (t) => ({
    ecosystem: t.string({ required: true, description: "The key of the ecosystem." }),
    key: t.string({ required: true, description: 'Up to 128 of a-z, 0-9, ".", "_" and "-".' }),
    name: t.string({ required: true, description: "The name, up to 300 characters." }),
    caption: t.string({ description: "The caption, up to 10,000 characters." }),
    state: t.string({
      required: true,
      description: "The state of the page, as the query string of its address, up to 20,000 characters.",
    }),
    version: t.int({ description: "The version that was read, to change an existing view; absent: the view is new." }),
    idempotencyKey: t.string({ description: idempotencyKey }),
    why: t.string({ description: why }),
  }),
});
const RemoveViewInput = builder.inputType("RemoveViewInput", {
  description: "Which view to remove.",
  fields: (t) => ({
    ecosystem: t.string({ required: true, description: "The key of the ecosystem." }),
    key: t.string({ required: true, description: "The key of the view." }),
    version: t.int({ description: "Only if the view still has this version; any version when absent." }),
    idempotencyKey: t.string({ description: idempotencyKey }),
    why: t.string({ description: why }),
  }),
});
const OrderViewsInput = builder.inputType("OrderViewsInput", {
  description: "A new order of the story.",
  fields: (t) => ({
    ecosystem: t.string({ required: true, description: "The key of the ecosystem." }),
    keys: t.stringList({ required: true, description: "The key of every view, once each, in the new order." }),
    idempotencyKey: t.string({ description: idempotencyKey }),
    why: t.string({ description: why }),
  }),
});

builder.mutationFields((t) => ({
  saveView: t.field({
    type: SaveViewResult,
    description:
      "Creates a view at the end of the story, or changes the one that was read. CONFLICT with `current` and `yours` in the error's extensions when somebody else has changed it first; NOT_FOUND when it has been removed.",
    args: { input: t.arg({ type: SaveViewInput, required: true, description: "The view." }) },
    resolve: (_root, { input }, context) =>
      changed(input.ecosystem, context, saveView(context.db, changeRequest(input, context))),
  }),
  removeView: t.field({
    type: ViewsResult,
    description: "Removes a view and its layout pins. NOT_FOUND when there is no view with this key.",
    args: { input: t.arg({ type: RemoveViewInput, required: true, description: "Which view." }) },
    resolve: (_root, { input }, context) =>
      changed(input.ecosystem, context, removeView(context.db, changeRequest(input, context))),
  }),
  orderViews: t.field({
    type: ViewsResult,
    description:
      "Changes the order of the views. NOT_FOUND or BAD_USER_INPUT names a view that has been removed or added meanwhile.",
    args: { input: t.arg({ type: OrderViewsInput, required: true, description: "The order." }) },
    resolve: (_root, { input }, context) =>
      changed(input.ecosystem, context, orderViews(context.db, changeRequest(input, context))),
  }),
}));
