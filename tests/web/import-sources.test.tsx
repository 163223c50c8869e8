import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { Client, cacheExchange, fetchExchange, Provider } from "urql";
import { afterEach, expect, test } from "vitest";
import ImportSources from "../../web/import/sources/ImportSources.tsx";

afterEach(cleanup);

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
