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

/** Stored answer of this person's change with this key; null when there is none. */
export const readAnswer = async (tx: Transaction, asked: Asked): Promise<string | null> =>
  (await tx.run(read, asked))[0]?.answer ?? null;

/** Stores the answer with the change itself; a unique constraint refuses the second of two concurrent ones. */
export const keepAnswer = async (tx: Transaction, asked: Asked, answer: string): Promise<void> => {
  await tx.run(keep, { ...asked, answer });
};
