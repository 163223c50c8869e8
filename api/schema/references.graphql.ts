import type { AnyRecord } from "../../cypher/model/document.ts";
import { recordKinds, referencedKeys } from "../../cypher/model/record-kinds.ts";
import type { RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import { builder } from "./builder.ts";
import { NodeInterface } from "./node.graphql.ts";
import { RecordType } from "./records.graphql.ts";

interface RecordReference {
  field: string;
  node: RecordNode;
}

const Reference = builder.objectRef<RecordReference>("Reference").implement({
  description: "A record that another one refers to.",
  fields: (t) => ({
    field: t.exposeString("field", { description: "The field of the document that refers to it." }),
    label: t.string({
      description: "Its name on screen.",
      resolve: ({ node: { loaded, kind, key } }) => loaded.label(kind, key),
    }),
    node: t.field({ type: NodeInterface, description: "The record.", resolve: ({ node }) => node }),
  }),
});

builder.objectField(RecordType, "references", (t) =>
  t.field({
    type: [Reference],
    description: "The records that its fields refer to, without its evidence, in the order of the document.",
    resolve: ({ loaded, kind, record }) =>
      recordKinds[kind].references
        .filter(({ to }) => to !== "evidence")
        .flatMap((reference) =>
          referencedKeys(record as AnyRecord, reference).flatMap((key): RecordReference[] => {
            const node = loaded.find(reference.to, key);
            return node ? [{ field: reference.field, node }] : [];
          }),
        ),
  }),
);
