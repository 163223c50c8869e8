import { type DocumentNode, Kind, OperationTypeNode, parse, type ValueNode, visit } from "graphql";
import { LRUCache } from "lru-cache";
import { fromNodeId } from "../../shared/node-id.ts";

/** What the main thread knows of an operation before it is validated and executed elsewhere. */
export interface Operation {
  isMutation: boolean;
  isSubscription: boolean;
  /** Names of all fields that it selects, at any depth. */
  fields: ReadonlySet<string>;
  /** The key of the ecosystem that it asks for or changes; null where it names none. */
  ecosystem(variables: Variables): string | null;
}

export type Variables = Readonly<Record<string, unknown>>;

/** As in operationLimits: what is longer is refused where it is executed. */
const maxTokens = 1_000;
const described = new LRUCache<string, { operation: Operation | null }>({
  max: 500,
  maxSize: 2_000_000,
  sizeCalculation: (_value, text) => text.length + 1,
});

/** Null where the text is no operation. */
export function describeOperation(text: string): Operation | null {
  const known = described.get(text);
  if (known) return known.operation;
  const operation = describe(text);
  described.set(text, { operation });
  return operation;
}

function describe(text: string): Operation | null {
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens, noLocation: true });
  } catch {
    return null; // where it is executed, the caller is told what is wrong
  }
  const fields = new Set<string>();
  visit(document, { Field: ({ name }) => void fields.add(name.value) });
  const operations = document.definitions.filter((it) => it.kind === Kind.OPERATION_DEFINITION);
  const roots = operations.flatMap(({ selectionSet }) => selectionSet.selections);
  const named = roots.flatMap((root) => (root.kind === Kind.FIELD ? (root.arguments ?? []) : []));
  const has = (type: OperationTypeNode) => operations.some(({ operation }) => operation === type);
  return {
    isMutation: has(OperationTypeNode.MUTATION),
    isSubscription: has(OperationTypeNode.SUBSCRIPTION),
    fields,
    ecosystem(variables) {
      for (const { name, value } of named) {
        const given = argumentValue(value, variables);
        const found = name.value === "input" ? ofInput(given) : name.value === "id" ? ofNodeId(given) : given;
        if (typeof found === "string" && (name.value !== "id" || found !== given)) return found;
      }
      return null;
    },
  };
}

/** The value of an argument, as far as it takes to find a key in it. */
function argumentValue(node: ValueNode, variables: Variables): unknown {
  switch (node.kind) {
    case Kind.VARIABLE:
      return variables[node.name.value];
    case Kind.STRING:
      return node.value;
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, argumentValue(value, variables)]));
    default:
      return undefined;
  }
}

function ofInput(input: unknown): unknown {
  if (typeof input !== "object" || input === null) return null;
  const { ecosystem, from, key, content } = input as Record<string, unknown>;
  // Of a copy the original, which decides how much work it is.
  const named = ecosystem ?? from ?? key;
  if (typeof named === "string") return named;
  // Only a hint of where its caches are: a document names its ecosystem near its beginning.
  return typeof content === "string"
    ? (/"ecosystem"\s*:\s*\{[^{}]*"key"\s*:\s*"([^"\\]{1,128})"/.exec(content.slice(0, 20_000))?.[1] ?? null)
    : null;
}

function ofNodeId(id: unknown): unknown {
  return typeof id === "string" ? (fromNodeId(id)?.ecosystem ?? null) : null;
}
