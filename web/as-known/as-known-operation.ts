import type { TypedDocumentNode } from "urql";
import { asKnownParts } from "./as-known.graphql.ts";

/** Root fields that are answered as of an earlier moment. */
const fields = new Set(["ecosystem", "node"]);
/** Answered as of now only: names that are searched, and changes. */
const presentOnly = new Set(["Search", "PickRecords", "LatestChanges", "Changes", "ChangedRecords"]);

const known = new WeakMap<object, TypedDocumentNode | null>();

/**
 * The same query of what was recorded at an earlier moment (variable asKnownAt): every query of the page has one, so that
 * a component asks without knowing which moment is shown. Null for one that is always of now.
 */
export function asKnownOperation(document: TypedDocumentNode): TypedDocumentNode | null {
  const found = known.get(document);
  if (found !== undefined) return found;
  const made = transformed(document);
  known.set(document, made);
  return made;
}

function transformed(document: TypedDocumentNode): TypedDocumentNode | null {
  let isAnswered = false;
  const definitions = document.definitions.map((definition): typeof definition => {
    if (definition.kind !== "OperationDefinition" || definition.operation !== "query" || !definition.name)
      return definition;
    if (presentOnly.has(definition.name.value)) return definition;
    const selections = definition.selectionSet.selections.map((selection): typeof selection => {
      if (selection.kind !== "Field" || !fields.has(selection.name.value)) return selection;
      isAnswered = true;
      return { ...selection, arguments: [...(selection.arguments ?? []), asKnownParts.argument] };
    });
    return {
      ...definition,
      name: { ...definition.name, value: `${definition.name.value}AsKnown` },
      variableDefinitions: [...(definition.variableDefinitions ?? []), asKnownParts.definition],
      selectionSet: { ...definition.selectionSet, selections },
    };
  });
  return isAnswered ? ({ kind: document.kind, definitions } as TypedDocumentNode) : null;
}
