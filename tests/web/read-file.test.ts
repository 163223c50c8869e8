import { expect, test } from "vitest";
import { maxBytes } from "../../api/changes/imports/limits.ts";
import schema from "../../api/ecosystem.schema.json" with { type: "json" };
import { keyFrom, keyPattern, keyProblem, maximumBytes, readFile } from "../../web/import/read-file.ts";

test("a document is read as text and its format told by its name", async () => {
  expect(await readFile(new File(["{}"], "My Case.json"))).toEqual({
    ok: true,
    name: "My Case.json",
    format: "ECOSYSTEM",
    content: "{}",
    suggestedKey: "my-case",
  });
});

test("a file that is not UTF-8 is refused with what to do", async () => {
  const answer = await readFile(new File([new Uint8Array([0xff, 0xfe, 0x00])], "a.yml"));
  expect(answer).toMatchObject({ ok: false, message: expect.stringContaining("UTF-8") });
});

test("the byte that is not UTF-8 is named, past replacement characters that stand in the file", async () => {
  const before = new TextEncoder().encode("a: \uFFFD\nb: é");
  const answer = await readFile(new File([before, new Uint8Array([0xe4, 0x20])], "a.yml"));
  expect(answer).toMatchObject({
    ok: false,
    message:
      "The file is not UTF-8 text: the byte at offset 12 (line 2, column 5) belongs to another encoding. Save it as UTF-8 and try again.",
  });
});

test("size and keys are judged by the server's own figures, before anything is sent", async () => {
  expect(maximumBytes).toBe(maxBytes);
  expect(keyPattern.source).toBe(schema.$defs.key.pattern);
  expect(["x", "a.b-c_1", keyFrom("Über & Co.yaml")].map(keyProblem)).toEqual([null, null, null]);
  for (const key of ["", "My Eco", "a:b", "k".repeat(129)])
    expect(keyProblem(key)).toMatch(/^Invalid key: use up to 128/);
  const large = new File([], "large.json");
  Object.defineProperty(large, "size", { value: maxBytes + 1 });
  expect(await readFile(large)).toMatchObject({ ok: false, message: expect.stringContaining("50 MB") });
});

test("a file of another kind is refused", async () => {
  expect(await readFile(new File(["x"], "picture.png"))).toMatchObject({ ok: false });
});

test("a key can be made of any name", () => {
  expect([keyFrom("Über & Co.yaml"), keyFrom("....json")]).toEqual(["uber-co", "ecosystem"]);
});
