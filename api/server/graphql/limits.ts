import { maxAliasesPlugin } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthPlugin } from "@escape.tech/graphql-armor-max-depth";
import { maxDirectivesPlugin } from "@escape.tech/graphql-armor-max-directives";
import { maxTokensPlugin } from "@escape.tech/graphql-armor-max-tokens";
import type { Plugin } from "graphql-yoga";
import { maxBytes } from "../../changes/imports/limits.ts";

/** Bytes of the body of any operation. */
export const maxBody = 1_000_000;
/** Bytes of the body of a batch of changes. */
export const maxBatchBody = 5_000_000;
/** Bytes of the body of an import: as a text in JSON each quote and line end of a file takes two. */
export const maxImportBody = 2 * maxBytes + maxBody;

/** Limits on one operation before it is executed. The allow-list is empty, so that aliases of __typename count too. */
export function operationLimits(): Plugin[] {
  const quiet = { exposeLimits: false };
  return [
    maxTokensPlugin({ n: 1000, ...quiet, errorMessage: "This operation is too long." }),
    // Depth of the answer: splitting a document into fragments does not reduce it.
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
