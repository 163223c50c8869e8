import type { ApiContext } from "./context.ts";

/** Descriptions of the fields that every mutation's input has. */
export const why = "The reason, in a sentence, for the change log.";
export const idempotencyKey = "A request with the same key again gets the first answer again and changes nothing.";

/** The input of a mutation with the person's name; null counts as absent. */
export const changeRequest = <Input extends { idempotencyKey?: string | null; why?: string | null }>(
  input: Input,
  context: ApiContext,
) => ({
  ...input,
  idempotencyKey: input.idempotencyKey ?? undefined,
  why: input.why ?? undefined,
  who: context.caller.name,
  person: context.caller.id,
});

/** Waits for a change of an ecosystem and reloads it for the rest of the request. */
export async function changed<Answer extends object>(
  ecosystem: string,
  context: ApiContext,
  change: Promise<Answer>,
): Promise<Answer & { ecosystem: string }> {
  const answer = await change;
  context.forget(ecosystem);
  return { ...answer, ecosystem };
}
