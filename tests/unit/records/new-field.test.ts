import { expect, test, vi } from "vitest";
import { printApiSchema } from "../../../api/schema/print-api-schema.ts";
import { describeRecords } from "../../../cypher/model/describe-records.ts";
import { documentJsonSchema, documentSchema } from "../../../cypher/model/document-schema.ts";
import { recordFields } from "../../../cypher/model/record-fields.ts";
import { recordReader } from "../../../cypher/records/read-rows.ts";
import { toProperties } from "../../../cypher/records/stored-record.ts";

// One line more in the description of actors, as somebody would add it there.
vi.mock("../../../cypher/model/records/actors.ts", async (original) => {
  const { actors } = await original<typeof import("../../../cypher/model/records/actors.ts")>();
  const { date } = await import("../../../cypher/model/field.ts");
  const listedOn = date("Listed on", "The day on which its shares were first traded.");
  return { actors: { ...actors, fields: { ...actors.fields, listedOn } } };
});

const actor = { key: "a", name: "A", kinds: ["OTHER"], listedOn: "2020-02-29" };
const document = (record: object) => ({
  format: "ecosystem/1",
  ecosystem: { key: "e", name: "E" },
  actors: [record],
});

test("a field of an actor that is one line in its description is checked, stored, read and in the API", () => {
  expect(documentSchema().safeParse(document(actor)).success).toBe(true);
  expect(documentSchema().safeParse(document({ ...actor, listedOn: "soon" })).success).toBe(false);
  expect(documentJsonSchema().properties!.actors!.items!.properties!.listedOn).toEqual({
    $ref: "#/$defs/date",
    title: "Listed on",
    description: "The day on which its shares were first traded.",
  });

  expect(recordFields.actors.at(-1)).toBe("listedOn");
  const stored = toProperties("e", "actors", actor as never) as Record<string, unknown>;
  expect(recordReader("actors")(recordFields.actors.map((field) => stored[field] ?? null))).toMatchObject(actor);

  const actors = describeRecords().kinds.find(({ kind }) => kind === "actors")!;
  expect(actors.fields.at(-1)).toMatchObject({ name: "listedOn", type: "date", label: "Listed on" });

  const type = /type Actor implements .*?\n}/s.exec(printApiSchema())![0];
  expect(type).toContain('"""The day on which its shares were first traded."""\n  listedOn: Date\n');
});
