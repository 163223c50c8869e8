import { z } from "zod";
import { defineQuery, type Transaction } from "../database.ts";

type Asked = { who: string; idempotencyKey: string };
interface Answered {
  answer: string;
  /** Of what was asked; null where it was stored before fingerprints were. */
  fingerprint: string | null;
}
const read = defineQuery<Asked, Answered>(
  import.meta.url,
  "read-answer.cypher",
  ["who", "idempotencyKey"],
  z.object({ answer: z.string(), fingerprint: z.string().nullable() }),
);
const keep = defineQuery<Asked & Answered, object>(
  import.meta.url,
  "keep-answer.cypher",
  ["who", "idempotencyKey", "answer", "fingerprint"],
  z.object({}),
);

/** Stored answer of this person's change with this key; null when there is none. */
export const readAnswer = async (tx: Transaction, asked: Asked): Promise<Answered | null> =>
  (await tx.run(read, asked))[0] ?? null;

/** Stores the answer with the change itself; a unique constraint refuses the second of two concurrent ones. */
export const keepAnswer = async (tx: Transaction, asked: Asked, answered: Answered): Promise<void> => {
  await tx.run(keep, { ...asked, ...answered });
};
