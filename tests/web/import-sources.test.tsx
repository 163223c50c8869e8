import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { Client, cacheExchange, fetchExchange, Provider } from "urql";
import { afterEach, expect, test } from "vitest";
import ImportSources from "../../web/import/sources/ImportSources.tsx";

afterEach(cleanup);

/** The sources of ecosystem "e", over an API that answers each operation so. */
function renderSources(answers: Record<string, () => object>, asked: string[] = []): void {
  const client = new Client({
    url: "http://nowhere/graphql",
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetch: async (_url, init) => {
      const { operationName } = JSON.parse(String(init?.body)) as { operationName: string };
      asked.push(operationName);
      const answer = answers[operationName]!();
      return new Response(JSON.stringify(answer), { headers: { "content-type": "application/json" } });
    },
  });
  render(
    <MantineProvider>
      <Provider value={client}>
        <ImportSources ecosystem="e" />
      </Provider>
    </MantineProvider>,
  );
}

test("the list of sources is asked again once after each change of it, also when it was empty or reading fails", async () => {
  const asked: string[] = [];
  let sources: object[] = [];
  const source = {
    __typename: "ImportSource",
    ...{ key: "s", name: "Plants", address: "https://e.org/a.csv", daily: false, stores: false },
    ...{ readAt: null, outcome: null, message: null },
  };
  const answers: Record<string, () => object> = {
    ImportSources: () => ({
      data: { ecosystem: { __typename: "Ecosystem", id: "e", key: "e", importSources: sources } },
    }),
    SaveImportSource: () => {
      sources = [source];
      return { data: { saveImportSource: { __typename: "ImportSource", key: "s" } } };
    },
    ReadImportSource: () => ({ data: null, errors: [{ message: "It does not answer." }] }),
    RemoveImportSource: () => {
      sources = [];
      return { data: { removeImportSource: true } };
    },
  };
  renderSources(answers, asked);
  await screen.findByText(/will appear here/);
  fireEvent.click(screen.getByText("Add a live source"));
  fireEvent.change(screen.getByRole("textbox", { name: "Name" }), { target: { value: "Plants" } });
  fireEvent.change(screen.getByRole("textbox", { name: "Address" }), { target: { value: "https://e.org/a.csv" } });
  fireEvent.click(screen.getByRole("button", { name: "Add source" }));
  fireEvent.click(await screen.findByRole("button", { name: "Read now" }));
  expect((await screen.findByRole("alert")).textContent).toBe("The request failed. It does not answer.");
  await waitFor(() => expect(asked.at(-1)).toBe("ImportSources"));
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>("button", { name: /^Delete/ }).disabled).toBe(false));
  fireEvent.click(screen.getByRole("button", { name: "Delete the source Plants" }));
  await screen.findByText(/will appear here/);
  expect(asked).toEqual([
    ...["ImportSources", "SaveImportSource", "ImportSources"],
    ...["ReadImportSource", "ImportSources", "RemoveImportSource", "ImportSources"],
  ]);
});

test("a difference says what could not be read and what ends, and a name that is taken says so before it is replaced", async () => {
  const source = {
    __typename: "ImportSource",
    ...{ key: "plants", name: "Plants", address: "/srv/a.csv", daily: false, stores: false },
    ...{ readAt: "2026-11-28T10:00:00Z", outcome: "CHANGED", message: "1 new, 0 updated, 0 removed" },
  };
  const preview = {
    __typename: "ImportPreview",
    ...{ hash: "h", created: 1, updated: 0, removed: 0, sample: ["Actor Mill (other)."], errors: [] },
    noLongerSaid: [
      { __typename: "NoLongerSaid", id: "actors|bolts", said: "Actor Bolts (other).", outcome: "ENDED", reason: null },
    ],
    noLongerSaidCounts: { __typename: "NoLongerSaidCounts", ended: 1, removed: 0, released: 0, kept: 0 },
    skipped: [
      { __typename: "SkippedRow", sheet: "Table", row: 3, column: "Country", message: "“Atlantis” is no country." },
    ],
  };
  let saved = 0;
  renderSources({
    ImportSources: () => ({
      data: { ecosystem: { __typename: "Ecosystem", id: "e", key: "e", importSources: [source] } },
    }),
    ReadImportSource: () => ({
      data: { readImportSource: { __typename: "SourceReading", source, preview } },
    }),
    SaveImportSource: () => {
      saved++;
      return { data: { saveImportSource: { __typename: "ImportSource", key: "plants" } } };
    },
  });
  fireEvent.click(await screen.findByRole("button", { name: "Read now" }));
  await screen.findByText("Actor Mill (other).");
  expect(screen.getByText("1 row or cell not read").closest("details")!.textContent).toContain(
    "Table, row 3, Country “Atlantis” is no country.",
  );
  expect(screen.getByText(/^Actor Bolts/).textContent).toBe("Actor Bolts (other). It ends. ");

  fireEvent.click(screen.getByText("Add a live source"));
  const name = screen.getByRole("textbox", { name: "Name" });
  fireEvent.change(name, { target: { value: "plants" } });
  fireEvent.change(screen.getByRole("textbox", { name: "Address" }), { target: { value: "/srv/b.csv" } });
  screen.getByText("A source of this name exists: saving replaces its address and choices.");
  expect(screen.queryByRole("button", { name: "Add source" })).toBeNull();
  // Enter in a field sends the form.
  fireEvent.submit(name.closest("form")!);
  await waitFor(() => expect(saved).toBe(1));
});
