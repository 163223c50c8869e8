import { type Exchange, makeOperation, mapExchange, type Operation } from "urql";
import { asKnownOperation } from "./as-known-operation.ts";

/** Asks every query as of an earlier moment. Who asked sees their own operation in the answer. */
export const askedAsKnown =
  (at: string): Exchange =>
  (input) => {
    const own = new Map<number, Operation>();
    return mapExchange({
      onOperation(operation) {
        if (operation.kind === "teardown") own.delete(operation.key);
        if (operation.kind !== "query") return operation;
        const query = asKnownOperation(operation.query as Parameters<typeof asKnownOperation>[0]);
        if (!query) return operation;
        own.set(operation.key, operation);
        const variables = { ...operation.variables, asKnownAt: at };
        return makeOperation(operation.kind, { ...operation, query, variables }, operation.context);
      },
      onResult(result) {
        const operation = own.get(result.operation.key);
        return operation ? { ...result, operation } : result;
      },
    })(input);
  };
