import { kinds } from "../../cypher/model/records/kinds.ts";
import type { RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import { builder } from "./builder.ts";
import { FactInterface } from "./fact.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";
import { plainFields } from "./plain-fields.ts";

export const Evidence = builder.objectRef<RecordNode<"evidence">>("Evidence");

Evidence.implement({
  description: kinds.evidence.description,
  // A function, since that file reads this one.
  interfaces: () => [NodeInterface, FactInterface],
  fields: (t) => plainFields(t, "evidence"),
});
