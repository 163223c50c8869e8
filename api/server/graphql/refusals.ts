import { type ExecutionResult, GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";

/**
 * An operation that was refused before it ran is the caller's mistake: HTTP 400 and BAD_USER_INPUT, whichever library
 * refused it (Armor's refusals come as 200 without a code). Suggested names are removed, since they would leak the
 * schema.
 */
export function refusalsPlugin(hideSuggestions: boolean): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      const answer = result as ExecutionResult;
      if (Array.isArray(result) || !answer.errors || (answer.data !== undefined && answer.data !== null)) return;
      setResult({
        ...answer,
        errors: answer.errors.map((error) => {
          const { code, http } = (error.extensions ?? {}) as {
            code?: string;
            http?: { status?: number; headers?: Record<string, string> };
          };
          const known = code && !["GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED", "BAD_REQUEST"].includes(code);
          // A failure during execution (data is null, not absent) keeps its own code.
          if (known || "data" in answer) return error;
          return new GraphQLError(hideSuggestions ? error.message.replace(/ Did you mean .*\?$/s, "") : error.message, {
            nodes: error.nodes,
            source: error.source,
            positions: error.positions,
            path: error.path,
            extensions: {
              ...error.extensions,
              code: "BAD_USER_INPUT",
              // Without `spec`: with it, Yoga would answer 200 to clients that accept application/json only.
              http: { headers: http?.headers, status: http?.status && http.status > 400 ? http.status : 400 },
            },
          });
        }),
      });
    },
  };
}
