import { client, describeFailure } from "../graphql/client.ts";
import type { VariablesOf } from "../graphql/graphql.ts";
import { exportFileQuery } from "./export-file.graphql.ts";

/** A file as the API exports it, of the facts as they are now. Throws what to tell a person. */
export async function fetchExport(
  variables: VariablesOf<typeof exportFileQuery>,
): Promise<{ name: string; type: string; content: Blob }> {
  const { data, error } = await client.query(exportFileQuery, variables, { requestPolicy: "network-only" }).toPromise();
  if (error) throw new Error(describeFailure(error).detail);
  const file = data?.ecosystem?.exportFile;
  if (!file) throw new Error(`There is no ecosystem “${variables.key}”.`);
  const bytes = Uint8Array.from(atob(file.contentBase64), (character) => character.charCodeAt(0));
  return { name: file.name, type: file.mediaType, content: new Blob([bytes], { type: file.mediaType }) };
}
