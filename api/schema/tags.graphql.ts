import { removeTag } from "../changes/tags/remove-tag.ts";
import { builder } from "./builder.ts";
import { changed, changeRequest, idempotencyKey, why } from "./change-input.ts";

const RemoveTagResult = builder.objectRef<{ revision: number }>("RemoveTagResult").implement({
  description: "The result of removing a tag.",
  fields: (t) => ({
    revision: t.exposeInt("revision", { description: "The revision of the ecosystem after the change." }),
  }),
});

const RemoveTagInput = builder.inputType("RemoveTagInput", {
  description: "The tag to remove: the one with a type, or the free one with a label.",
  fields: (t) => ({
    ecosystem: t.string({ required: true, description: "The key of the ecosystem." }),
    actor: t.string({ required: true, description: "The key of the rival." }),
    focal: t.string({ required: true, description: "The key of the focal firm from whose viewpoint it is tagged." }),
    label: t.string({ description: "The label of the free tag; absent: the tag with a type." }),
    at: t.string({ description: "Only if the tag still is the one set at this time; any tag when absent." }),
    idempotencyKey: t.string({ description: idempotencyKey }),
    why: t.string({ description: why }),
  }),
});

builder.mutationField("removeTag", (t) =>
  t.field({
    type: RemoveTagResult,
    description:
      "Removes an analyst's tag: the type inferred from facts applies again. NOT_FOUND when there is no such tag; CONFLICT with `current` and `yours` in the error's extensions when it has been set again since `at`.",
    args: { input: t.arg({ type: RemoveTagInput, required: true, description: "Which tag." }) },
    resolve: (_root, { input }, context) => {
      const { label, at, ...request } = changeRequest(input, context);
      const tag = { ...request, label: label ?? undefined, at: at ?? undefined };
      return changed(input.ecosystem, context, removeTag(context.db, tag));
    },
  }),
);
