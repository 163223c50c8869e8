import type { Lens } from "../../cypher/model/document.ts";
import { type PinnedKind, pinnedRecords } from "../../cypher/model/enums/pinned-kind.ts";
import { type LayoutOutcome, saveLayout } from "../changes/layout/save-layout.ts";
import { builder } from "./builder.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { LensEnum, MapNodeKindEnum } from "./enums.ts";

interface Pin {
  id: string;
  lens: Lens;
  view: string | null;
  kind: PinnedKind;
  key: string;
  x: number;
  y: number;
}

const LayoutPin = builder.objectRef<Pin>("LayoutPin").implement({
  description: "Where a person put a record on the map.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The Node id of the record: the id of its node on the map." }),
    lens: t.expose("lens", { type: LensEnum, description: "In which lens." }),
    view: t.exposeString("view", { nullable: true, description: "In which named view; null: the lens's own layout." }),
    kind: t.expose("kind", { type: MapNodeKindEnum, description: "What the record is." }),
    key: t.exposeString("key", { description: "The record's key." }),
    x: t.exposeFloat("x", { description: "To the right, in units of the lens." }),
    y: t.exposeFloat("y", { description: "Downward, in units of the lens." }),
  }),
});

builder.objectField(EcosystemType, "layout", (t) =>
  t.field({
    type: [LayoutPin],
    description:
      "The places that people gave to records, in one lens and view, by kind and key. A pin of a record that has gone is left out.",
    args: {
      lens: t.arg({ type: LensEnum, required: true, description: "Of which lens." }),
      view: t.arg.string({ description: "A view's key; the lens's own layout when absent." }),
    },
    resolve: async (ecosystem, { lens, view }) => {
      const loaded = await ecosystem.load();
      return loaded.all("layout").flatMap(({ record }): Pin[] => {
        if (record.lens !== lens || (record.view ?? null) !== (view ?? null)) return [];
        const node = loaded.find(pinnedRecords[record.kind], record.key);
        return node ? [{ ...record, id: node.id, view: record.view ?? null }] : [];
      });
    },
  }),
);

const SaveLayoutResult = builder.objectRef<LayoutOutcome>("SaveLayoutResult").implement({
  description: "What a change of the layout did.",
  fields: (t) => ({
    revision: t.exposeInt("revision", { description: "The ecosystem's revision after it; as before if all was so." }),
    created: t.exposeInt("created", { description: "Pins of records that had none." }),
    updated: t.exposeInt("updated", { description: "Pins that were elsewhere." }),
    unchanged: t.exposeInt("unchanged", { description: "Pins that were there just so." }),
    removed: t.exposeInt("removed", { description: "Pins taken away; to unpin what has no pin changes nothing." }),
  }),
});

const PinInput = builder.inputType("LayoutPinInput", {
  description: "A record and its place.",
  fields: (t) => ({
    kind: t.field({ type: MapNodeKindEnum, required: true, description: "What the record is." }),
    key: t.string({ required: true, description: "The record's key." }),
    x: t.float({ required: true, description: "To the right, -1,000,000 to 1,000,000." }),
    y: t.float({ required: true, description: "Downward, -1,000,000 to 1,000,000." }),
  }),
});

const UnpinInput = builder.inputType("LayoutUnpinInput", {
  description: "A record whose place is to be forgotten.",
  fields: (t) => ({
    kind: t.field({ type: MapNodeKindEnum, required: true, description: "What the record is." }),
    key: t.string({ required: true, description: "The record's key." }),
  }),
});

const SaveLayoutInput = builder.inputType("SaveLayoutInput", {
  description: "Pins to set and to take away in one lens and view, 10,000 at most; all others stay.",
  fields: (t) => ({
    ecosystem: t.string({ required: true, description: "The ecosystem's key." }),
    lens: t.field({ type: LensEnum, required: true, description: "In which lens." }),
    view: t.string({ description: "A view's key; the lens's own layout when absent." }),
    pins: t.field({ type: [PinInput], required: true, defaultValue: [], description: "Where records stand now." }),
    unpin: t.field({ type: [UnpinInput], required: true, defaultValue: [], description: "Whose pins are removed." }),
    idempotencyKey: t.string({ description: "The same key again gives the first answer again and changes nothing." }),
    why: t.string({ description: "Why, in a sentence, for the change log." }),
  }),
});

builder.mutationField("saveLayout", (t) =>
  t.field({
    type: SaveLayoutResult,
    description:
      "Stores where people put records on the map, all or nothing. An unknown record is BAD_USER_INPUT, an unknown view NOT_FOUND.",
    args: { input: t.arg({ type: SaveLayoutInput, required: true, description: "The pins." }) },
    resolve: async (_root, { input }, context) => {
      const outcome = await saveLayout(context.db, {
        ...input,
        idempotencyKey: input.idempotencyKey ?? undefined,
        why: input.why ?? undefined,
        who: context.caller.name,
      });
      context.forget(input.ecosystem);
      return outcome;
    },
  }),
);
