import { expect, test } from "vitest";
import { keyFrom, readFile } from "../../web/import/read-file.ts";

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

test("a file of another kind is refused", async () => {
  expect(await readFile(new File(["x"], "picture.png"))).toMatchObject({ ok: false });
});

test("a key can be made of any name", () => {
  expect([keyFrom("Über & Co.yaml"), keyFrom("....json")]).toEqual(["uber-co", "ecosystem"]);
});
