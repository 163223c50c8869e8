import SchemaBuilder from "@pothos/core";
import ComplexityPlugin from "@pothos/plugin-complexity";
import type { ApiContext } from "./context.ts";
import { invalidInput } from "./errors.ts";

/**
 * Complexity limit: a list costs its `first` times its fields; a list of a measure, which is computed at once from
 * cached facts, costs only its fields. The limit is for answers too large to be useful, not for the queries of the
 * page.
 */
/** What one operation may ask for. */
export const operationLimit = { complexity: 20_000, depth: 10, breadth: 200 };

/** Schema builder. Fields are non-null by default: null means unknown, and the field's description says so. */
export const builder = new SchemaBuilder<{
  Context: ApiContext;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
  };
}>({
  plugins: [ComplexityPlugin],
  defaultFieldNullability: false,
  complexity: {
    limit: operationLimit,
    defaultComplexity: 1,
    defaultListMultiplier: 3,
    complexityError: (kind) =>
      invalidInput(`This operation asks for too much at once (${kind.toLowerCase()}): ask for fewer fields or rows.`),
  },
});

builder.queryType({ description: "Read operations." });
builder.mutationType({ description: "Write operations." });
