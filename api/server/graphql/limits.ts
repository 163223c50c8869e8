import { maxAliasesPlugin } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthPlugin } from "@escape.tech/graphql-armor-max-depth";
import { maxDirectivesPlugin } from "@escape.tech/graphql-armor-max-directives";
import { maxTokensPlugin } from "@escape.tech/graphql-armor-max-tokens";
import type { Plugin } from "graphql-yoga";
import { maxBytes } from "../../changes/imports/limits.ts";

/** Bytes of the body of any operation. */
export const maxBody = 1_000_000;
/** Bytes of the body of an import: as a text in JSON each quote and line end of a file takes two. */
export const maxImportBody = 2 * maxBytes + maxBody;

/** What one operation may weigh before it is executed. An empty allow-list: aliases of __typename count too. */
export function operationLimits(): Plugin[] {
  const quiet = { exposeLimits: false };
  return [
    maxTokensPlugin({ n: 1000, ...quiet, errorMessage: "This operation is too long." }),
    // Depth of the answer: dividing a document into fragments makes it no deeper.
    maxDepthPlugin({
      n: 10,
      flattenFragments: true,
      ...quiet,
      errorMessage: "This operation is nested too deeply.",
    }),
    maxAliasesPlugin({ n: 15, allowList: [], ...quiet, errorMessage: "This operation has too many aliases." }),
    maxDirectivesPlugin({ n: 9, ...quiet, errorMessage: "This operation has too many directives." }),
  ] as Plugin[];
}
