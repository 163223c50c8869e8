import SchemaBuilder from "@pothos/core";
import ComplexityPlugin from "@pothos/plugin-complexity";
import type { ApiContext } from "./context.ts";
import { invalidInput } from "./errors.ts";

/**
 * Every list states what it costs by its `first`; a list of a measure, computed at once from cached facts, costs what
 * its fields cost. The bound is for answers that nobody could read, not for those that the page asks for.
 */
const limit = { complexity: 20_000, depth: 10, breadth: 200 };

/** The one schema builder. Fields are non-null unless they say otherwise: unknown is null, and said so. */
export const builder = new SchemaBuilder<{
  Context: ApiContext;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
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

builder.queryType({ description: "What can be read." });
builder.mutationType({ description: "What can be changed." });
