import SchemaBuilder from "@pothos/core";
import ComplexityPlugin from "@pothos/plugin-complexity";
import type { ApiContext } from "./context.ts";
import { invalidInput } from "./errors.ts";

/**
 * Complexity limit: every list states its cost by its `first`; a list of a measure, computed at once from cached facts,
 * costs what its fields cost. The limit is for answers that nobody could read, not for those that the page asks for.
 */
const limit = { complexity: 20_000, depth: 10, breadth: 200 };

/** The one schema builder. Fields are non-null unless they say otherwise: null means unknown, and the field says so. */
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
    limit,
    defaultComplexity: 1,
    defaultListMultiplier: 3,
    complexityError: (kind) =>
      invalidInput(`This operation asks for too much at once (${kind.toLowerCase()}): ask for fewer fields or rows.`),
  },
});

builder.queryType({ description: "Read operations." });
builder.mutationType({ description: "Write operations." });
