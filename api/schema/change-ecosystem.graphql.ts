import { type DeletedEcosystem, listDeleted } from "../../cypher/ecosystems/deleted.ts";
import { copyEcosystem } from "../changes/ecosystems/copy-ecosystem.ts";
import { deleteEcosystem, expiredBefore, restoreEcosystem } from "../changes/ecosystems/deletion.ts";
import { setEcosystem } from "../changes/ecosystems/set-ecosystem.ts";
import { builder } from "./builder.ts";
import { changeRequest, idempotencyKey, why } from "./change-input.ts";
import { resultOf } from "./change-records.graphql.ts";
import { ChangeResult } from "./change-result.graphql.ts";

const DeletedEcosystemType = builder.objectRef<DeletedEcosystem>("DeletedEcosystem").implement({
  description: "An ecosystem that was deleted and can be restored.",
  fields: (t) => ({
    key: t.string({ description: "Its key, which stays taken.", resolve: ({ head }) => head.key }),
    name: t.string({ description: "Its name.", resolve: ({ head }) => head.name }),
    deletedAt: t.expose("deletedAt", { type: "DateTime", description: "When it was deleted." }),
    deletedBy: t.exposeString("deletedBy", { description: "Who deleted it." }),
  }),
});

builder.queryField("deletedEcosystems", (t) =>
  t.field({
    type: [DeletedEcosystemType],
    description: "Ecosystems that can be restored: for 30 days after they were deleted, newest first.",
    resolve: (_root, _args, context) => listDeleted(context.db, expiredBefore()),
  }),
);

const SetEcosystemInput = builder.inputType("SetEcosystemInput", {
  description: "Fields of an ecosystem: one that is absent stays as it is; null empties it.",
  fields: (t) => ({
    key: t.string({ required: true, description: "The key of the ecosystem." }),
    expectedRevision: t.int({
      description: "The revision that was read, to change an ecosystem; without it a new one is made.",
    }),
    name: t.string({ description: "The name." }),
    valueProposition: t.string({ description: "What the ecosystem delivers together." }),
    description: t.string({ description: "A description in words." }),
    focal: t.string({ description: "The key of the focal firm." }),
    why: t.string({ description: why }),
    idempotencyKey: t.string({ description: idempotencyKey }),
  }),
});
const DeleteEcosystemInput = builder.inputType("DeleteEcosystemInput", {
  description: "An ecosystem to delete.",
  fields: (t) => ({
    key: t.string({ required: true, description: "The key of the ecosystem." }),
    expectedRevision: t.int({ required: true, description: "The revision that was read." }),
    why: t.string({ description: why }),
  }),
});
const RestoreEcosystemInput = builder.inputType("RestoreEcosystemInput", {
  description: "A deleted ecosystem to restore.",
  fields: (t) => ({ key: t.string({ required: true, description: "The key of the ecosystem." }) }),
});
const CopyEcosystemInput = builder.inputType("CopyEcosystemInput", {
  description: "An ecosystem to copy.",
  fields: (t) => ({
    from: t.string({ required: true, description: "The key of the original." }),
    key: t.string({ required: true, description: "The key of the copy." }),
    name: t.string({ required: true, description: "The name of the copy." }),
    why: t.string({ description: why }),
    idempotencyKey: t.string({ description: idempotencyKey }),
  }),
});

builder.mutationFields((t) => ({
  setEcosystem: t.field({
    type: ChangeResult,
    description:
      "Makes an ecosystem, or changes its name, value proposition, description and focal firm. CONFLICT when one of these was changed since expectedRevision.",
    args: { input: t.arg({ type: SetEcosystemInput, required: true, description: "The fields." }) },
    resolve: (_root, { input }, context, info) =>
      resultOf(context, info, input.key, false, () => {
        const { key, expectedRevision, name, valueProposition, description, focal } = input;
        return setEcosystem(context.db, {
          ...changeRequest(input, context),
          ecosystem: key,
          expectedRevision: expectedRevision ?? undefined,
          fields: { name, valueProposition, description, focal },
        });
      }),
  }),
  deleteEcosystem: t.field({
    type: ChangeResult,
    description:
      "Deletes an ecosystem; for 30 days its key stays taken and restoreEcosystem brings it back as it was. Only its creator and the holder of the admin token may.",
    args: { input: t.arg({ type: DeleteEcosystemInput, required: true, description: "Which ecosystem." }) },
    resolve: (_root, { input }, context, info) =>
      resultOf(context, info, input.key, false, () =>
        deleteEcosystem(context.db, {
          ...changeRequest({ why: input.why ?? null }, context),
          ecosystem: input.key,
          expectedRevision: input.expectedRevision,
          isAdmin: context.caller.isAdmin,
        }),
      ),
  }),
  restoreEcosystem: t.field({
    type: ChangeResult,
    description: "Brings a deleted ecosystem back as it was.",
    args: { input: t.arg({ type: RestoreEcosystemInput, required: true, description: "Which ecosystem." }) },
    resolve: (_root, { input }, context, info) =>
      resultOf(context, info, input.key, false, () =>
        restoreEcosystem(context.db, { ...changeRequest({}, context), ecosystem: input.key }),
      ),
  }),
  copyEcosystem: t.field({
    type: ChangeResult,
    description:
      "A new ecosystem with the same facts, layout and views. Its history begins with one entry that names the original and its revision.",
    args: { input: t.arg({ type: CopyEcosystemInput, required: true, description: "The original and the copy." }) },
    resolve: (_root, { input }, context, info) =>
      resultOf(context, info, input.key, false, () =>
        copyEcosystem(context.db, { ...changeRequest(input, context), ecosystem: input.key }),
      ),
  }),
}));
