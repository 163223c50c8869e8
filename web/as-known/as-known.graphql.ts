import { graphql } from "../graphql/graphql.ts";

const pattern = graphql(`
  query Pattern($asKnownAt: DateTime) { ecosystem(key: "", asKnownAt: $asKnownAt) { id } }
`);

const [operation] = pattern.definitions;
if (operation?.kind !== "OperationDefinition") throw new Error("The pattern is one operation.");
const [field] = operation.selectionSet.selections;
if (field?.kind !== "Field") throw new Error("The pattern has one field.");

/** The variable and the argument that an operation needs to be answered as of an earlier moment. */
export const asKnownParts = {
  definition: operation.variableDefinitions![0]!,
  argument: field.arguments!.find(({ name }) => name.value === "asKnownAt")!,
};
