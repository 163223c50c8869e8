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

test("a file that is not UTF-8 is sent as its bytes, for the server to say what is wrong and where", async () => {
  const bytes = Buffer.from([0x61, 0x3a, 0x20, 0xe4, 0x20]);
  const answer = await readFile(new File([bytes], "a.yml"));
  expect(answer).toEqual({
    ok: true,
    name: "a.yml",
    format: "LANDSCAPE2",
    content: "",
    contentBase64: bytes.toString("base64"),
    suggestedKey: "a",
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
