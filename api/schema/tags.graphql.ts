import { removeTag } from "../changes/tags/remove-tag.ts";
import { builder } from "./builder.ts";

const RemoveTagResult = builder.objectRef<{ revision: number }>("RemoveTagResult").implement({
  description: "What taking a tag back did.",
  fields: (t) => ({ revision: t.exposeInt("revision", { description: "The ecosystem's revision after it." }) }),
});

const RemoveTagInput = builder.inputType("RemoveTagInput", {
  description: "Which tag to take back: the one with a type, or the free one with a label.",
  fields: (t) => ({
    ecosystem: t.string({ required: true, description: "The ecosystem's key." }),
    actor: t.string({ required: true, description: "The rival's key." }),
    focal: t.string({ required: true, description: "The key of the firm from whose point of view it is tagged." }),
    label: t.string({ description: "The free tag's label; absent: the tag with a type." }),
    at: t.string({ description: "Only if it still is the tag given at this time; whichever it is when absent." }),
    idempotencyKey: t.string({ description: "The same key again gives the first answer again and changes nothing." }),
    why: t.string({ description: "Why, in a sentence, for the change log." }),
  }),
});

builder.mutationField("removeTag", (t) =>
  t.field({
    type: RemoveTagResult,
    description:
      "Takes an analyst's tag back: the type that the facts speak for counts again. NOT_FOUND when there is none; CONFLICT with `current` and `yours` in the error's extensions when it has been given anew since `at`.",
    args: { input: t.arg({ type: RemoveTagInput, required: true, description: "Which one." }) },
    resolve: async (_root, { input }, context) => {
      const outcome = await removeTag(context.db, {
        ...input,
        label: input.label ?? undefined,
        at: input.at ?? undefined,
        idempotencyKey: input.idempotencyKey ?? undefined,
        why: input.why ?? undefined,
        who: context.caller.name,
      });
      context.forget(input.ecosystem);
      return outcome;
    },
  }),
);
