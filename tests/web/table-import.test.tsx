import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { Client, cacheExchange, fetchExchange, Provider } from "urql";
import { afterEach, beforeEach, expect, test } from "vitest";
import TableImport from "../../web/import/table/TableImport.tsx";

interface Asked {
  operationName: string;
  variables: { input: { ecosystem: string } };
}
let asked: string[];
beforeEach(() => {
  asked = [];
});
afterEach(cleanup);

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
      const data = operationName === "PreviewImport" ? { previewImport: preview } : { importFile: stored };
      return new Response(JSON.stringify({ data }), { headers: { "content-type": "application/json" } });
    },
  });

const open = async () => {
  const file = new File(["name\nRotor"], "actors.csv");
  render(
    <MantineProvider env="test">
      <Provider value={client()}>
        <TableImport file={file} into={null} suggestedKey="actors" onClose={() => {}} />
      </Provider>
    </MantineProvider>,
  );
  await waitFor(() => expect(importButton().hasAttribute("disabled")).toBe(false));
};
const importButton = () => screen.getByRole("button", { name: "Import" });

test("a click on Import, which leaves the unchanged key, imports; a changed key is previewed first", async () => {
  await open();
  const field = screen.getByRole("textbox", { name: /Ecosystem key/ });
  fireEvent.focus(field);
  fireEvent.blur(field);
  expect(importButton().hasAttribute("disabled")).toBe(false);
  fireEvent.click(importButton());
  await waitFor(() => expect(asked).toEqual(["PreviewImport actors", "ImportFile actors"]));
  fireEvent.change(field, { target: { value: "rotors" } });
  fireEvent.blur(field);
  await waitFor(() => expect(asked.slice(2)).toEqual(["PreviewImport rotors"]));
  fireEvent.blur(field);
  expect(asked).toHaveLength(3);
});
