import { readViews, type StoredView } from "../../cypher/views/views.ts";
import { orderViews, removeView, saveView } from "../changes/views/change-views.ts";
import { builder } from "./builder.ts";
import type { ApiContext } from "./context.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { ChangeEntry, historyCost, historyOf, logArgs } from "./history.graphql.ts";

interface ViewRow extends StoredView {
  ecosystem: string;
}

const View = builder.objectRef<ViewRow>("View").implement({
  description: "A named view of the map with its caption: one step of a story to present.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "Unique in its ecosystem; what a link names it by." }),
    name: t.exposeString("name", { description: "The name." }),
    caption: t.exposeString("caption", { nullable: true, description: "What to see here, in words." }),
    position: t.exposeInt("position", { description: "Its place in the story, from 0." }),
    state: t.exposeString("state", { description: "What the page shows: its search text." }),
    version: t.exposeInt("version", { description: "Goes up with every change of it; saveView asks for it." }),
    by: t.exposeString("by", { description: "Who changed it last." }),
    at: t.exposeString("at", { description: "When it was changed last, as an RFC 3339 time." }),
    history: t.field({
      type: [ChangeEntry],
      description: "Its changes, latest first.",
      args: logArgs,
      complexity: historyCost,
      resolve: ({ ecosystem, key }, args, context) => historyOf(context, { ecosystem, kind: "views", key }, args),
    }),
  }),
});

/** The stored places have gaps where a view was removed; the story's have none. */
async function viewsOf(ecosystem: string, context: ApiContext): Promise<ViewRow[]> {
  return (await readViews(context.db, ecosystem)).map((view, position) => ({ ...view, position, ecosystem }));
}

builder.objectFields(EcosystemType, (t) => ({
  views: t.field({
    type: [View],
    description: "The named views, in the order of their story.",
    complexity: { field: 10, multiplier: 3 },
    resolve: ({ key }, _args, context) => viewsOf(key, context),
  }),
  view: t.field({
    type: View,
    nullable: true,
    description: "The view with this key; null when there is none, or no longer.",
    args: { key: t.arg.string({ required: true, description: "The view's key." }) },
    complexity: { field: 10, multiplier: 1 },
    resolve: async (ecosystem, args, context) =>
      (await viewsOf(ecosystem.key, context)).find(({ key }) => key === args.key),
  }),
}));

interface Outcome {
  ecosystem: string;
  revision: number;
}

const revision = "The ecosystem's revision after it; as before if nothing changed.";
const SaveViewResult = builder.objectRef<Outcome & { key: string }>("SaveViewResult").implement({
  description: "What saving a view did.",
  fields: (t) => ({
    revision: t.exposeInt("revision", { description: revision }),
    view: t.field({
      type: View,
      nullable: true,
      description: "The view as it is now; null if it has been removed since, as after an old idempotencyKey.",
      resolve: async ({ ecosystem, key }, _args, context) =>
        (await viewsOf(ecosystem, context)).find((view) => view.key === key),
    }),
  }),
});
const ViewsResult = builder.objectRef<Outcome & { pins?: number }>("ViewsResult").implement({
  description: "What removing or ordering views did.",
  fields: (t) => ({
    revision: t.exposeInt("revision", { description: revision }),
    pins: t.int({ description: "Layout pins that went with the view.", resolve: ({ pins }) => pins ?? 0 }),
    views: t.field({
      type: [View],
      description: "The views that there are now, in order.",
      resolve: ({ ecosystem }, _args, context) => viewsOf(ecosystem, context),
    }),
  }),
});

const why = "Why, in a sentence, for the change log.";
const idempotencyKey = "The same key again gives the first answer again and changes nothing.";
const SaveViewInput = builder.inputType("SaveViewInput", {
  description: "A view, whole: what is left out is empty afterwards.",
  fields: (t) => ({
    ecosystem: t.string({ required: true, description: "The ecosystem's key." }),
    key: t.string({ required: true, description: 'Up to 128 of a-z, 0-9, ".", "_" and "-".' }),
    name: t.string({ required: true, description: "The name, up to 300 characters." }),
    caption: t.string({ description: "What to see here, up to 10,000 characters." }),
    state: t.string({ required: true, description: "What the page shows: its search text, up to 20,000 characters." }),
    version: t.int({ description: "The version that was read, to change the view; absent: it is to be a new one." }),
    idempotencyKey: t.string({ description: idempotencyKey }),
    why: t.string({ description: why }),
  }),
});
const RemoveViewInput = builder.inputType("RemoveViewInput", {
  description: "Which view to remove.",
  fields: (t) => ({
    ecosystem: t.string({ required: true, description: "The ecosystem's key." }),
    key: t.string({ required: true, description: "The view's key." }),
    version: t.int({ description: "Only if it still has this version; whatever it has when absent." }),
    idempotencyKey: t.string({ description: idempotencyKey }),
    why: t.string({ description: why }),
  }),
});
const OrderViewsInput = builder.inputType("OrderViewsInput", {
  description: "Another order of the story.",
  fields: (t) => ({
    ecosystem: t.string({ required: true, description: "The ecosystem's key." }),
    keys: t.stringList({ required: true, description: "The key of every view, once each, in the new order." }),
    idempotencyKey: t.string({ description: idempotencyKey }),
    why: t.string({ description: why }),
  }),
});

interface Given {
  ecosystem: string;
  idempotencyKey?: string | null;
  why?: string | null;
}
const requestOf = <Input extends Given>(input: Input, context: ApiContext) => ({
  ...input,
  idempotencyKey: input.idempotencyKey ?? undefined,
  why: input.why ?? undefined,
  who: context.caller.name,
});

async function changed<Answer extends object>(
  ecosystem: string,
  context: ApiContext,
  change: Promise<Answer>,
): Promise<Answer & { ecosystem: string }> {
  const answer = await change;
  context.forget(ecosystem);
  return { ...answer, ecosystem };
}

builder.mutationFields((t) => ({
  saveView: t.field({
    type: SaveViewResult,
    description:
      "Creates a view at the end of the story, or changes the one that was read. CONFLICT with `current` and `yours` in the error's extensions when somebody else was first; NOT_FOUND when the view has been removed.",
    args: { input: t.arg({ type: SaveViewInput, required: true, description: "The view." }) },
    resolve: (_root, { input }, context) =>
      changed(input.ecosystem, context, saveView(context.db, requestOf(input, context))),
  }),
  removeView: t.field({
    type: ViewsResult,
    description: "Removes a view and its layout pins. NOT_FOUND when there is none with this key.",
    args: { input: t.arg({ type: RemoveViewInput, required: true, description: "Which one." }) },
    resolve: (_root, { input }, context) =>
      changed(input.ecosystem, context, removeView(context.db, requestOf(input, context))),
  }),
  orderViews: t.field({
    type: ViewsResult,
    description: "Puts the views in another order; one that has been added or removed meanwhile is refused by name.",
    args: { input: t.arg({ type: OrderViewsInput, required: true, description: "The order." }) },
    resolve: (_root, { input }, context) =>
      changed(input.ecosystem, context, orderViews(context.db, requestOf(input, context))),
  }),
}));
