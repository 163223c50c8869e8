import { type DocumentNode, type ExecutionArgs, type ExecutionResult, Kind, OperationTypeNode } from "graphql";
import type { Plugin, YogaInitialContext } from "graphql-yoga";
import type { ApiContext } from "../../schema/context.ts";

/**
 * Yoga asks for text and passes it to a Response, which accepts bytes too: cached answers are then not encoded each
 * time.
 */
type WithBytes = ExecutionResult & { stringify?: (result: ExecutionResult) => Uint8Array };

/**
 * Answer cache: the bytes of an answer, with the loaded ecosystem that it was computed from. A repeated query costs one
 * read of the ecosystem's revision. An entry is dropped when the revision changes, so the next query sees every change.
 * Cached are queries without errors for one ecosystem that read nothing but its facts (not the change log, a search or
 * saved views); their answers are the same for every caller.
 */
export function answerCache(): Plugin<ApiContext> {
  return {
    async onExecute({ args, setResultAndStopExecution }) {
      const { document, variableValues, operationName, contextValue } = args as ExecutionArgs;
      const context = contextValue as ApiContext & YogaInitialContext;
      const key = ecosystemAskedFor(document, variableValues);
      const loaded = key === null ? null : await context.ecosystem(key);
      if (!loaded) return;
      const question = JSON.stringify([context.today, operationName, variableValues, context.params.query]);
      const cached = loaded.answers.get(question);
      if (cached !== undefined) {
        setResultAndStopExecution({ data: {}, stringify: () => cached } as WithBytes);
        return;
      }
      return {
        onExecuteDone({ result, setResult }) {
          if (!("data" in result) || result.errors || context.usedDatabaseDirectly()) return;
          const stringify = (whole: ExecutionResult) => {
            const bytes = Buffer.from(JSON.stringify(whole));
            loaded.answers.set(question, bytes);
            return bytes;
          };
          setResult({ ...result, stringify } as WithBytes);
        },
      };
    },
  };
}

/** The key in `ecosystem(key: …)` when that is all that a query asks for, else null. */
function ecosystemAskedFor({ definitions }: DocumentNode, variables: ExecutionArgs["variableValues"]): string | null {
  const [operation, ...others] = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (others.length > 0 || operation?.kind !== Kind.OPERATION_DEFINITION) return null;
  const [field, ...more] = operation.selectionSet.selections;
  if (operation.operation !== OperationTypeNode.QUERY || more.length > 0) return null;
  if (field?.kind !== Kind.FIELD || field.name.value !== "ecosystem") return null;
  const value = field.arguments?.find(({ name }) => name.value === "key")?.value;
  if (value?.kind === Kind.STRING) return value.value;
  const given = value?.kind === Kind.VARIABLE ? variables?.[value.name.value] : undefined;
  return typeof given === "string" ? given : null;
}
