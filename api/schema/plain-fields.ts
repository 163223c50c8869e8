import { type GraphQLSchema, isObjectType } from "graphql";

/** Types of which every field is a property of the same name. */
const plainTypes: ReadonlySet<string> = new Set([
  "EcosystemMap",
  "MapNode",
  "MapEdge",
  "MapTie",
  "MapTag",
  "MapUnits",
  "StandardStatusEntry",
  "MapFrame",
  "FramePosition",
  "FrameBoundary",
  "FrameClaim",
  "FrameRival",
  "FrameCoherence",
]);

/**
 * Plain fields have no resolver: the compiled query reads the property in place, which thousands of rows of a map are
 * much quicker for. So it is with every field that is exposed as it is, and with all of the types named here.
 */
export function withPlainFields(schema: GraphQLSchema): GraphQLSchema {
  for (const name of plainTypes) {
    if (!isObjectType(schema.getType(name))) throw new Error(`The schema has no object type ${name}.`);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const isExposed = field.extensions.pothosExposedField === field.name;
      if (isExposed || plainTypes.has(type.name)) delete field.resolve;
    }
  }
  return schema;
}
