import "./scalars.ts";
import "./me.graphql.ts";
import "./ecosystem.graphql.ts";
import "./actor-moves.graphql.ts";
import "./references.graphql.ts";
import "./import.graphql.ts";
import "./error-reason.graphql.ts";
import "./layout.graphql.ts";
import "./document-of.graphql.ts";
import "./tags.graphql.ts";
import "./views.graphql.ts";
import "./timeline.graphql.ts";
import "./frames.graphql.ts";
import "./coherence-trend.graphql.ts";
import "./threat-trend.graphql.ts";
import "./coherence-change.graphql.ts";
import "./threat-change.graphql.ts";
import { type GraphQLSchema, isObjectType } from "graphql";
import { builder } from "./builder.ts";

/** The one schema. */
export const schema: GraphQLSchema = withPlainFields(builder.toSchema(), [
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
 * Thousands of rows have fields that are properties of the same name: without a resolver of their own the compiled
 * query reads them in place. So it is with every field that is exposed as it is, and with all of the types named here.
 */
function withPlainFields(made: GraphQLSchema, typeNames: readonly string[]): GraphQLSchema {
  for (const name of typeNames) {
    if (!isObjectType(made.getType(name))) throw new Error(`The schema has no object type ${name}.`);
  }
  for (const type of Object.values(made.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const isExposed = field.extensions.pothosExposedField === field.name;
      if (isExposed || typeNames.includes(type.name)) delete field.resolve;
    }
  }
  return made;
}
