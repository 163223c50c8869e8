import type { Client, CombinedError } from "urql";
import { linkPartsQuery, storeLinkPartMutation } from "./link-parts.graphql.ts";
import { partText, rememberPart } from "./link-parts.ts";

/** Parts that the server has, "ecosystem hash" each. */
const stored = new Set<string>();
const nameOf = (ecosystem: string, hash: string) => `${ecosystem} ${hash}`;

/** Maximum parts of one question, as the API has it. */
const maxHashes = 50;

/** Stores the parts that the server does not have yet. @returns the error, if one could not be stored */
export async function storeParts(
  client: Client,
  ecosystem: string,
  hashes: readonly string[],
): Promise<CombinedError | undefined> {
  for (const hash of hashes) {
    const text = partText(hash);
    if (text === null || stored.has(nameOf(ecosystem, hash))) continue;
    const { error } = await client.mutation(storeLinkPartMutation, { input: { ecosystem, text } }).toPromise();
    if (error) return error;
    stored.add(nameOf(ecosystem, hash));
  }
  return undefined;
}

/** Loads the parts that are not known here. @returns those that the server does not have, or the error */
export async function loadParts(
  client: Client,
  ecosystem: string,
  hashes: readonly string[],
): Promise<{ missing: string[]; error?: CombinedError | undefined }> {
  const wanted = hashes.filter((hash) => partText(hash) === null);
  for (let from = 0; from < wanted.length; from += maxHashes) {
    const some = wanted.slice(from, from + maxHashes);
    const { data, error } = await client
      .query(linkPartsQuery, { key: ecosystem, hashes: some }, { requestPolicy: "network-only" })
      .toPromise();
    if (error) return { missing: [], error };
    for (const { hash, text } of data?.ecosystem?.linkParts ?? []) {
      rememberPart(hash, text);
      stored.add(nameOf(ecosystem, hash));
    }
  }
  return { missing: wanted.filter((hash) => partText(hash) === null) };
}
