import { type DocumentNode, type ExecutionArgs, type ExecutionResult, Kind, OperationTypeNode } from "graphql";
import type { Plugin, YogaInitialContext } from "graphql-yoga";
import type { ApiContext } from "../../schema/context.ts";

/** Yoga asks for text and hands it to a Response, which takes bytes as well: these need not be encoded each time. */
type WithBytes = ExecutionResult & { stringify?: (result: ExecutionResult) => Uint8Array };

/**
 * The bytes of an answer, kept with the loaded ecosystem that it was drawn from: asked again, it costs a look at the
 * ecosystem's revision and no more. It goes with the revision, so a change made anywhere is seen by the next query.
 * Kept are queries for one ecosystem that read nothing but its facts (not the change log, a search, saved views) and
 * went without an error; who asks makes no difference to them.
 */
export function keptAnswers(): Plugin<ApiContext> {
  return {
    async onExecute({ args, setResultAndStopExecution }) {
      const { document, variableValues, operationName, contextValue } = args as ExecutionArgs;
      const context = contextValue as ApiContext & YogaInitialContext;
      const key = ecosystemAskedFor(document, variableValues);
      const loaded = key === null ? null : await context.ecosystem(key);
      if (!loaded) return;
      const question = JSON.stringify([context.today, operationName, variableValues, context.params.query]);
      const kept = loaded.answers.get(question);
      if (kept !== undefined) {
        setResultAndStopExecution({ data: {}, stringify: () => kept } as WithBytes);
        return;
      }
      return {
        onExecuteDone({ result, setResult }) {
          if (!("data" in result) || result.errors || context.hasReadBeside()) return;
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
