import { print } from "graphql";
import { importMutation } from "../../web/import/import.graphql.ts";

/** Imports a document into a running app with its admin token. @throws the errors of the import */
export async function importOverHttp(origin: string, token: string, document: object, replace = false): Promise<void> {
  const input = { format: "ECOSYSTEM", content: JSON.stringify(document), replace };
  const response = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}`, "x-csrf": "1" },
    body: JSON.stringify({ query: print(importMutation), variables: { input } }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { importEcosystem: { errors: unknown[] } };
    errors?: unknown[];
  };
  const found = errors ?? data?.importEcosystem.errors ?? ["no answer"];
  if (found.length > 0) throw new Error(`The import was refused: ${JSON.stringify(found[0])}`);
}
