import { readRevisionAt } from "../../cypher/ecosystems/read-at.ts";
import type { EarlierEcosystem } from "../ecosystems/earlier-ecosystem.ts";
import type { ApiContext } from "./context.ts";

/** An ecosystem as it was recorded at a moment; null before its first change. */
export async function ecosystemAsKnown(
  context: ApiContext,
  key: string,
  at: string,
): Promise<{ earlier: EarlierEcosystem; isOldestHead: boolean } | null> {
  const known = await readRevisionAt(context.db, key, at);
  if (!known || known.revision === null) return null;
  const earlier = await context.ecosystemAt(key, known.revision);
  if (!earlier) return null;
  return { earlier, isOldestHead: known.headsFrom !== null && known.revision < known.headsFrom };
}
