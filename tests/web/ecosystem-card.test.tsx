import { MantineProvider } from "@mantine/core";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { cleanup, render, waitFor } from "@testing-library/react";
import { Client, cacheExchange, fetchExchange, Provider } from "urql";
import { afterEach, expect, test } from "vitest";
import { EcosystemCard } from "../../web/pages/ecosystems/EcosystemCard.tsx";

afterEach(cleanup);

const ecosystem = { key: "e", name: "E", valueProposition: null, revision: 1, focal: null };

/** Names of the links in the head of the card, as a person sees them. */
function links(isEditor: boolean): () => (string | null)[] {
  const client = new Client({
    url: "http://nowhere/graphql",
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetch: async (_url, init) => {
      const { operationName } = JSON.parse(String(init?.body)) as { operationName: string };
      const data = operationName === "Me" ? { me: { __typename: "Me", name: "Pat", isEditor } } : { ecosystem: null };
      return new Response(JSON.stringify({ data }), { headers: { "content-type": "application/json" } });
    },
  });
  const routeTree = createRootRoute({ component: () => <EcosystemCard ecosystem={ecosystem} /> });
  const router = createRouter({ routeTree, history: createMemoryHistory() });
  const { container } = render(
    <MantineProvider>
      <Provider value={client}>
        <RouterProvider router={router as never} />
      </Provider>
    </MantineProvider>,
  );
  return () => [...container.querySelectorAll(".card-head a")].map(({ textContent }) => textContent);
}

test("a card leads to the pages that a person may use: a reader sets nothing up", async () => {
  const [ofEditor, ofReader] = [links(true), links(false)];
  await waitFor(() => expect(ofEditor()).toEqual(["E", "revision 1", "Set-up", "Settings"]));
  await waitFor(() => expect(ofReader()).toEqual(["E", "revision 1"]));
});
