import type { Lens } from "../../cypher/model/document.ts";
import { type PinnedKind, pinnedRecords } from "../../cypher/model/enums/pinned-kind.ts";
import { type LayoutOutcome, saveLayout } from "../changes/layout/save-layout.ts";
import { builder } from "./builder.ts";
import { changed, changeRequest, idempotencyKey, why } from "./change-input.ts";
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
  description: "A pin: the place on the map that a person has given to a record.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The Node id of the record, which is the id of its node on the map." }),
    lens: t.expose("lens", { type: LensEnum, description: "The lens." }),
    view: t.exposeString("view", {
      nullable: true,
      description: "The key of the named view; null: the layout of the lens itself.",
    }),
    kind: t.expose("kind", { type: MapNodeKindEnum, description: "The kind of the record." }),
    key: t.exposeString("key", { description: "The key of the record." }),
    x: t.exposeFloat("x", { description: "Horizontal position, to the right, in units of the lens." }),
    y: t.exposeFloat("y", { description: "Vertical position, downward, in units of the lens." }),
  }),
});

builder.objectField(EcosystemType, "layout", (t) =>
  t.field({
    type: [LayoutPin],
    description: "Pins of a lens and view, by kind and key. Pins of records that no longer exist are left out.",
    args: {
      lens: t.arg({ type: LensEnum, required: true, description: "The lens." }),
      view: t.arg.string({ description: "The key of a view; the layout of the lens itself when absent." }),
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
  description: "The result of a change of the layout.",
  fields: (t) => ({
    revision: t.exposeInt("revision", {
      description: "The revision of the ecosystem after the change; the same as before if nothing has changed.",
    }),
    created: t.exposeInt("created", { description: "Number of pins created." }),
    updated: t.exposeInt("updated", { description: "Number of pins moved." }),
    unchanged: t.exposeInt("unchanged", { description: "Number of pins that were at the same place already." }),
    removed: t.exposeInt("removed", {
      description: "Number of pins removed; unpinning a record without a pin changes nothing.",
    }),
  }),
});

const PinInput = builder.inputType("LayoutPinInput", {
  description: "A record and its place on the map.",
  fields: (t) => ({
    kind: t.field({ type: MapNodeKindEnum, required: true, description: "The kind of the record." }),
    key: t.string({ required: true, description: "The key of the record." }),
    x: t.float({ required: true, description: "Horizontal position, to the right, -1,000,000 to 1,000,000." }),
    y: t.float({ required: true, description: "Vertical position, downward, -1,000,000 to 1,000,000." }),
  }),
});

const UnpinInput = builder.inputType("LayoutUnpinInput", {
  description: "A record whose pin is to be removed.",
  fields: (t) => ({
    kind: t.field({ type: MapNodeKindEnum, required: true, description: "The kind of the record." }),
    key: t.string({ required: true, description: "The key of the record." }),
  }),
});

const SaveLayoutInput = builder.inputType("SaveLayoutInput", {
  description: "Pins to set and to remove in a lens and view, at most 10,000; all others stay.",
  fields: (t) => ({
    ecosystem: t.string({ required: true, description: "The key of the ecosystem." }),
    lens: t.field({ type: LensEnum, required: true, description: "The lens." }),
    view: t.string({ description: "The key of a view; the layout of the lens itself when absent." }),
    pins: t.field({ type: [PinInput], required: true, defaultValue: [], description: "The pins to set." }),
    unpin: t.field({
      type: [UnpinInput],
      required: true,
      defaultValue: [],
      description: "The records whose pins are to be removed.",
    }),
    idempotencyKey: t.string({ description: idempotencyKey }),
    why: t.string({ description: why }),
  }),
});

builder.mutationField("saveLayout", (t) =>
  t.field({
    type: SaveLayoutResult,
    description: "Stores pins, all or nothing. BAD_USER_INPUT for an unknown record, NOT_FOUND for an unknown view.",
    args: { input: t.arg({ type: SaveLayoutInput, required: true, description: "The pins." }) },
    resolve: (_root, { input }, context) =>
      changed(input.ecosystem, context, saveLayout(context.db, changeRequest(input, context))),
  }),
);
