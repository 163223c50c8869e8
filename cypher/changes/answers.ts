import { z } from "zod";
import { defineQuery, type Transaction } from "../database.ts";

type Asked = { who: string; idempotencyKey: string };
/** fingerprint: of what was asked; null where it was asked before hashes were kept. */
type Answered = { answer: string; fingerprint: string | null };
const read = defineQuery<Asked, Answered>(
  import.meta.url,
  "read-answer.cypher",
  ["who", "idempotencyKey"],
  z.object({ answer: z.string(), fingerprint: z.string().nullable() }),
);
const keep = defineQuery<Asked & { answer: string; fingerprint: string }, object>(
  import.meta.url,
  "keep-answer.cypher",
  ["who", "idempotencyKey", "answer", "fingerprint"],
  z.object({}),
);

/** What this person's change with this key was answered, or null when there was none. */
export const readAnswer = async (tx: Transaction, asked: Asked): Promise<Answered | null> =>
  (await tx.run(read, asked))[0] ?? null;

/** Keeps the answer with the change itself; a unique constraint refuses the second of two at once. */
export const keepAnswer = async (
  tx: Transaction,
  asked: Asked & { fingerprint: string },
  answer: string,
): Promise<void> => {
  await tx.run(keep, { ...asked, answer });
};
