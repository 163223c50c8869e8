import { afterAll, beforeAll, expect, test } from "vitest";
import type { Progress } from "../../api/changes/imports/progress.ts";
import { listStaged } from "../../cypher/records/staged-records.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { adminToken } from "../support/app.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const authorization = `Bearer ${adminToken}`;
const store = `mutation I($input: ImportFileInput!) { importFile(input: $input) {
  revision created skipped { row column message } errors { path message } } }`;
const preview = store.replace("importFile", "previewImport");
const rows = 30_000;
const firms = (last = "FI", count = rows) =>
  `Name,Country\n${Array.from({ length: count }, (_, at) => `Firm ${at},${at === count - 1 ? last : "SE"}`).join("\n")}\n`;

async function upload(text: string): Promise<string> {
  const response = await fetch(`${api.origin}/uploads`, {
    method: "POST",
    headers: { authorization, "content-type": "application/octet-stream" },
    body: text,
  });
  return ((await response.json()) as { upload: string }).upload;
}
const work = async (job: string, method = "GET"): Promise<{ progress: Progress | null }> =>
  (await fetch(`${api.origin}/work?job=${job}`, { method, headers: { authorization } })).json() as never;
const run = (text: string, input: object, job: string) => api.query(text, { input }, { authorization, "x-job": job });
const revision = async (key: string) =>
  (await api.query("query R($key: String!) { ecosystem(key: $key) { revision } }", { key })).data.ecosystem?.revision;

/** Asks for the progress of a job until it is so far, or has ended. */
async function until(job: string, isFar: (progress: Progress) => boolean, ended: () => boolean): Promise<Progress[]> {
  const seen: Progress[] = [];
  while (!ended()) {
    const { progress } = await work(job);
    if (progress) seen.push(progress);
    if (progress && isFar(progress)) break;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return seen;
}

test("an import that is cancelled half way stores nothing, and leaves nothing prepared behind", async () => {
  const id = await upload(firms());
  let isOver = false;
  const answer = run(store, { ecosystem: "halfway", name: "firms.csv", upload: id }, "job-halfway").finally(() => {
    isOver = true;
  });
  const seen = await until(
    "job-halfway",
    ({ stage, done }) => stage === "STORING" && done > 0,
    () => isOver,
  );
  expect(seen.at(-1)).toMatchObject({ stage: "STORING", total: rows + 1 });
  expect(seen.at(-1)!.done).toBeLessThan(rows + 1);
  await work("job-halfway", "DELETE");
  const { errors } = await answer;
  expect(errors![0]).toMatchObject({ message: "Nothing was stored.", extensions: { code: "CANCELLED" } });
  expect(await revision("halfway")).toBeUndefined();
  expect(await work("job-halfway")).toMatchObject({ progress: null });
  await expect.poll(() => listStaged(api.db), { timeout: 10_000 }).toEqual([]);

  const again = await run(store, { ecosystem: "halfway", name: "firms.csv", upload: id }, "job-halfway");
  expect(again.data.importFile).toMatchObject({ revision: 1, created: rows + 1 });
});

test("a preview tells how far it is, to its caller only, and ends when it is cancelled", async () => {
  const cookie = await api.signIn("Somebody", "editor");
  // As many as a file may have: the preview must last until its progress has been asked for, and it is cancelled.
  const id = await upload(firms("FI", 99_000));
  let isOver = false;
  const answer = run(preview, { ecosystem: "seen", name: "firms.csv", upload: id }, "job-seen").finally(() => {
    isOver = true;
  });
  const [seen] = await until(
    "job-seen",
    () => true,
    () => isOver,
  );
  expect(["READING", "MATCHING"]).toContain(seen!.stage);
  const others = await fetch(`${api.origin}/work?job=job-seen`, {
    method: "DELETE",
    headers: { cookie, "x-csrf": "1" },
  });
  expect(await others.json()).toMatchObject({ progress: null });
  await work("job-seen", "DELETE");
  expect((await answer).errors![0]!.extensions.code).toBe("CANCELLED");
});

test("of many rows with the last one wrong all others are stored, or none where all or nothing is asked for", async () => {
  const id = await upload(firms("Nowhereland"));
  const input = { ecosystem: "last", name: "firms.csv", upload: id };
  const message = "“Nowhereland” is no country that is known.";
  const strict = await run(store, { ...input, allOrNothing: true }, "job-last-1");
  expect(strict.data.importFile).toMatchObject({ revision: null, created: 0 });
  expect(strict.data.importFile.errors).toEqual([{ path: `row ${rows + 1}, Country`, message }]);
  expect(await revision("last")).toBeUndefined();
  const stored = await run(store, input, "job-last-2");
  expect(stored.data.importFile).toMatchObject({ revision: 1, created: rows + 1, errors: [] });
  expect(stored.data.importFile.skipped).toEqual([{ row: rows + 1, column: "Country", message }]);
});
