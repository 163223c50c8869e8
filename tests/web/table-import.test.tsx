import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { Client, cacheExchange, fetchExchange, Provider } from "urql";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import TableImport from "../../web/import/table/TableImport.tsx";

interface Asked {
  operationName: string;
  variables: { input: { ecosystem: string } };
}
let asked: string[];
/** The ecosystem that has the key, as previews say it; null where there is none. */
let existing: object | null;
/** Whether previews are never answered. */
let isSlow: boolean;
/** Jobs of the previews. */
let jobs: string[];
/** Jobs that are ended. */
let ended: string[];
beforeEach(() => {
  asked = [];
  existing = null;
  isSlow = false;
  jobs = [];
  ended = [];
  vi.stubGlobal("fetch", async (address: string, { method }: RequestInit) => {
    if (method === "DELETE") ended.push(new URLSearchParams(address.split("?")[1]).get("job")!);
    return new Response("{}");
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const preview = {
  __typename: "ImportPreview",
  upload: "u",
  hash: "h",
  previewedRevision: null,
  mapping: { sheets: [], evidence: null, onConflict: "KEEP", conflicts: {}, names: {}, newerVersion: false },
  isRemembered: false,
  ...{ created: 1, updated: 0, unchanged: 0, removed: 0, sample: [] },
  ...{ ecosystem: null, sheets: [], matches: [], differences: [], earlierVersionAt: null, noLongerSaid: [] },
  noLongerSaidCounts: { __typename: "NoLongerSaidCounts", ended: 0, removed: 0, released: 0, kept: 0 },
  ...{ skipped: [], leftOut: [], errors: [], warnings: [] },
};
const stored = {
  __typename: "ImportResult",
  revision: null,
  errors: [{ __typename: "Issue", path: "", message: "No." }],
};

/** An API that notes the keys that it is asked to preview or store. */
const client = () =>
  new Client({
    url: "/graphql",
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    fetch: async (_url, init) => {
      const { operationName, variables } = JSON.parse(String(init?.body)) as Asked;
      asked.push(`${operationName} ${variables.input.ecosystem}`);
      if (operationName === "PreviewImport") jobs.push(new Headers(init?.headers).get("x-job")!);
      if (operationName === "PreviewImport" && isSlow) return new Promise<Response>(() => {});
      const data =
        operationName === "PreviewImport"
          ? { previewImport: { ...preview, ecosystem: existing } }
          : { importFile: stored };
      return new Response(JSON.stringify({ data }), { headers: { "content-type": "application/json" } });
    },
  });

const open = () => {
  const file = new File(["name\nRotor"], "actors.csv");
  return render(
    <MantineProvider env="test">
      <Provider value={client()}>
        <TableImport file={file} into={null} suggestedKey="actors" onClose={() => {}} />
      </Provider>
    </MantineProvider>,
  );
};
const keyField = () => screen.getByRole("textbox", { name: /Ecosystem key/ });
const leaveKey = (value: string) => {
  fireEvent.change(keyField(), { target: { value } });
  fireEvent.blur(keyField());
};
const importButton = () => screen.getByRole("button", { name: "Import" });

test("a click on Import, which leaves the unchanged key, imports; a changed key is previewed first", async () => {
  open();
  await waitFor(() => expect(importButton().hasAttribute("disabled")).toBe(false));
  fireEvent.blur(keyField());
  expect(importButton().hasAttribute("disabled")).toBe(false);
  fireEvent.click(importButton());
  await waitFor(() => expect(asked).toEqual(["PreviewImport actors", "ImportFile actors"]));
  leaveKey("rotors");
  await waitFor(() => expect(asked.slice(2)).toEqual(["PreviewImport rotors"]));
  fireEvent.blur(keyField());
  expect(asked).toHaveLength(3);
});

test("a key that an ecosystem has says into which one the file goes", async () => {
  existing = { __typename: "Ecosystem", id: "e", key: "actors", name: "Actors of the trade", revision: 3 };
  open();
  await screen.findByText("Adds to Actors of the trade. Another key creates another ecosystem.");
  fireEvent.change(keyField(), { target: { value: "others" } });
  screen.getByText("If there is no ecosystem with this key, it is created.");
});

test("a preview that another one has made old is ended on the server, and the last one when the import is closed", async () => {
  isSlow = true;
  const { unmount } = open();
  await waitFor(() => expect(jobs).toHaveLength(1));
  leaveKey("rotors");
  await waitFor(() => expect(jobs).toHaveLength(2));
  expect(ended).toEqual(jobs.slice(0, 1));
  unmount();
  expect(ended).toEqual(jobs);
});
