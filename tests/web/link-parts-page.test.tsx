import { MantineProvider } from "@mantine/core";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { Client, fetchExchange, Provider } from "urql";
import { afterEach, beforeEach, expect, test } from "vitest";
import { droppedSearchParams, reportingDropped } from "../../web/app/dropped-search-params.ts";
import { LinkParts, LinkPartsNotice } from "../../web/links/LinkParts.tsx";
import { parseSearch, stringifySearch } from "../../web/links/link-parts.ts";
import { type MapSearch, mapSearch } from "../../web/map/model/search-params/map-search.ts";
import { copyText } from "../../web/shared/copy-text.ts";
import { sha256Base64Url } from "../../web/shared/hash.ts";

configure({ asyncUtilTimeout: 10_000 });
beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

/** What the server has, by hash. */
const server = new Map<string, string>();
const client = new Client({
  url: "http://nowhere/graphql",
  preferGetMethod: false,
  exchanges: [fetchExchange],
  fetch: async (_url, init) => {
    const { operationName, variables } = JSON.parse(String(init?.body));
    if (operationName === "StoreLinkPart") {
      const hash = sha256Base64Url(variables.input.text);
      server.set(hash, variables.input.text);
      return answer({ storeLinkPart: { hash } });
    }
    const linkParts = variables.hashes.flatMap((hash: string) =>
      server.has(hash) ? [{ hash, text: server.get(hash) }] : [],
    );
    return answer({ ecosystem: { id: "e", linkParts } });
  },
});
const answer = (data: object) =>
  new Response(JSON.stringify({ data }), { headers: { "content-type": "application/json" } });

/** A page that says how many records its address isolates, as the app's frame draws it. */
function open(address: string) {
  const root = createRootRoute({
    component: () => (
      <>
        <LinkPartsNotice ecosystem="e" />
        <LinkParts ecosystem="e">
          <Outlet />
        </LinkParts>
      </>
    ),
  });
  const page = createRoute({
    getParentRoute: () => root,
    path: "/",
    validateSearch: reportingDropped(mapSearch),
    component: () => <p>{(page.useSearch() as MapSearch).only?.length ?? 0} isolated</p>,
  });
  const router = createRouter({
    routeTree: root.addChildren([page]),
    parseSearch,
    stringifySearch,
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  render(
    <MantineProvider>
      <Provider value={client}>
        <RouterProvider router={router as never} />
      </Provider>
    </MantineProvider>,
  );
  return router;
}

test("an address that names a large selection by its hash opens with it, read from the server", async () => {
  const text = JSON.stringify(Array.from({ length: 600 }, (_, i) => `from the server ${i}`));
  const hash = sha256Base64Url(text);
  server.set(hash, text);
  const router = open(`/?lens=rivals&only=kept.${hash}`);
  await screen.findByText("600 isolated");
  expect(router.state.location.searchStr).toContain(`only=kept.${hash}`);
  expect(droppedSearchParams.now()).toEqual([]);
});

test("a large selection is stored under the hash that the address names", async () => {
  const router = open("/");
  await screen.findByText("0 isolated");
  const only = Array.from({ length: 600 }, (_, i) => `made here ${i}`);
  await router.navigate({ to: "/", search: { only } as never });
  await screen.findByText("600 isolated");
  const hash = sha256Base64Url(JSON.stringify(only));
  expect(router.state.location.searchStr).toBe(`?only=kept.${hash}`);
  await waitFor(() => expect(server.get(hash)).toBe(JSON.stringify(only)), { timeout: 10_000 });
});

test("a selection that is kept no more is said so, and the rest of the link opens", async () => {
  const router = open(`/?lens=rivals&only=kept.${"z".repeat(43)}`);
  await screen.findByText("Part of this link is no longer available");
  fireEvent.click(screen.getByRole("button", { name: "Open without it" }));
  await screen.findByText("0 isolated");
  expect(router.state.location.searchStr).toBe("?lens=rivals");
});

test("without the clipboard of a secure context a text is copied by selecting it", async () => {
  const copied: string[] = [];
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
  document.execCommand = (command) => {
    copied.push(`${command} ${(document.querySelector("textarea[aria-hidden]") as HTMLTextAreaElement).value}`);
    return true;
  };
  expect(await copyText("a link")).toBe(true);
  expect(copied).toEqual(["copy a link"]);
  expect(document.querySelector("textarea[aria-hidden]")).toBeNull();
  document.execCommand = () => false;
  expect(await copyText("a link")).toBe(false);
});
