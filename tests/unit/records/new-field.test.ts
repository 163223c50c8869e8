import { afterAll, beforeAll, expect, test, vi } from "vitest";

const actorsFile = "../../../cypher/model/records/actors.ts";

// One line more in the description of actors, as somebody would add it there. Modules are loaded anew, since other tests
// may have loaded them before.
beforeAll(() => {
  vi.resetModules();
  vi.doMock(actorsFile, async (original) => {
    const { actors } = await original<typeof import("../../../cypher/model/records/actors.ts")>();
    const { date } = await import("../../../cypher/model/field.ts");
    const listedOn = date("Listed on", "The day on which its shares were first traded.");
    return { actors: { ...actors, fields: { ...actors.fields, listedOn } } };
  });
});
afterAll(() => {
  vi.doUnmock(actorsFile);
  vi.resetModules();
});

const actor = { key: "a", name: "A", kinds: ["OTHER"], listedOn: "2020-02-29" };
const document = (record: object) => ({
  format: "ecosystem/1",
  ecosystem: { key: "e", name: "E" },
  actors: [record],
});

test("a field of an actor that is one line in its description is checked, stored, read and in the API", async () => {
  const { documentJsonSchema, documentSchema } = await import("../../../cypher/model/document-schema.ts");
  expect(documentSchema().safeParse(document(actor)).success).toBe(true);
  expect(documentSchema().safeParse(document({ ...actor, listedOn: "soon" })).success).toBe(false);
  expect(documentJsonSchema().properties!.actors!.items!.properties!.listedOn).toEqual({
    $ref: "#/$defs/date",
    title: "Listed on",
    description: "The day on which its shares were first traded.",
  });

  const { recordFields } = await import("../../../cypher/model/record-fields.ts");
  const { recordReader } = await import("../../../cypher/records/read-rows.ts");
  const { toProperties } = await import("../../../cypher/records/stored-record.ts");
  expect(recordFields.actors.at(-1)).toBe("listedOn");
  const stored = toProperties("e", "actors", actor as never, 1) as Record<string, unknown>;
  expect(recordReader("actors")(recordFields.actors.map((field) => stored[field] ?? null))).toMatchObject(actor);

  const { describeRecords } = await import("../../../cypher/model/describe-records.ts");
  const actors = describeRecords().kinds.find(({ kind }) => kind === "actors")!;
  expect(actors.fields.at(-1)).toMatchObject({ name: "listedOn", type: "date", label: "Listed on" });

  const { printApiSchema } = await import("../../../api/schema/print-api-schema.ts");
  const type = /type Actor implements .*?\n}/s.exec(printApiSchema())![0];
  expect(type).toContain('"""The day on which its shares were first traded."""\n  listedOn: Date\n');
});
