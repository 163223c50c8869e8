import { z } from "zod";
import { defineQuery, type Transaction } from "../database.ts";

type Asked = { who: string; idempotencyKey: string };
const read = defineQuery<Asked, { answer: string }>(
  import.meta.url,
  "read-answer.cypher",
  ["who", "idempotencyKey"],
  z.object({ answer: z.string() }),
);
const keep = defineQuery<Asked & { answer: string }, object>(
  import.meta.url,
  "keep-answer.cypher",
  ["who", "idempotencyKey", "answer"],
  z.object({}),
);

/** What this person's change with this key was answered, or null when there was none. */
export const readAnswer = async (tx: Transaction, asked: Asked): Promise<string | null> =>
  (await tx.run(read, asked))[0]?.answer ?? null;

/** Keeps the answer with the change itself; a unique constraint refuses the second of two at once. */
export const keepAnswer = async (tx: Transaction, asked: Asked, answer: string): Promise<void> => {
  await tx.run(keep, { ...asked, answer });
};
