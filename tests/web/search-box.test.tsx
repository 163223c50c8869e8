import { MantineProvider } from "@mantine/core";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { Client, cacheExchange, fetchExchange, Provider } from "urql";
import { afterEach, expect, test, vi } from "vitest";
import { CommandCentre } from "../../web/commands/CommandCentre.tsx";
import { SearchBox } from "../../web/search/SearchBox.tsx";
import { maxSearchText } from "../../web/shared/search-text.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const hit = {
  __typename: "SearchHit",
  ...{ score: 9, label: "水車", node: { __typename: "Actor", id: "mill" } },
};

/** The component on a page of its own, with a search that finds one record. */
async function draw(component: () => React.ReactNode) {
  vi.stubGlobal("scrollTo", () => {});
  const searched: string[] = [];
  const client = new Client({
    url: "http://nowhere/graphql",
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetch: async (_url, init) => {
      searched.push(JSON.parse(String(init?.body)).variables.text);
      const ecosystem = { __typename: "Ecosystem", id: "e", search: [hit] };
      return new Response(JSON.stringify({ data: { ecosystem } }), { headers: { "content-type": "application/json" } });
    },
  });
  const root = createRootRoute();
  const page = createRoute({ getParentRoute: () => root, path: "/", component });
  const map = createRoute({ getParentRoute: () => root, path: "/e/$ecosystem/map", component: () => null });
  const history = createMemoryHistory({ initialEntries: ["/"] });
  const router = createRouter({ routeTree: root.addChildren([page, map]), history });
  render(
    <MantineProvider env="test">
      <Provider value={client}>
        {/* The app's own router is registered as the type of all. */}
        <RouterProvider router={router as never} />
      </Provider>
    </MantineProvider>,
  );
  return { router, searched };
}

test.each([
  ["during a composition", { isComposing: true }],
  ["in Safari, which has ended the composition by then", { keyCode: 229 }],
])("Enter that confirms what an input method composes opens nothing, %s", async (_, taken) => {
  const { router } = await draw(() => <SearchBox ecosystem="e" />);
  const box = await screen.findByLabelText<HTMLInputElement>("Search records");
  fireEvent.focus(box);
  fireEvent.change(box, { target: { value: "水" } });
  await screen.findByText("水車");
  fireEvent.keyDown(box, { key: "Enter", ...taken });
  await act(async () => {});
  expect([box.value, router.state.location.pathname]).toEqual(["水", "/"]);
  fireEvent.keyDown(box, { key: "Enter" });
  await waitFor(() => expect(router.state.location.pathname).toBe("/e/e/map"));
});

test("the search box takes no longer text than the API", async () => {
  await draw(() => <SearchBox ecosystem="e" />);
  const box = await screen.findByLabelText<HTMLInputElement>("Search records");
  expect(box.maxLength).toBe(maxSearchText);
});

test("the palette takes a longer text, and searches for its beginning", async () => {
  const { searched } = await draw(() => <CommandCentre ecosystem="e" />);
  await waitFor(() => {
    fireEvent.keyDown(document.documentElement, { key: "k", code: "KeyK", ctrlKey: true });
    expect(screen.queryByLabelText("Search records and commands")).not.toBeNull();
  });
  const box = screen.getByLabelText<HTMLInputElement>("Search records and commands");
  const long = "long ".repeat(100);
  fireEvent.change(box, { target: { value: long } });
  await screen.findByText("水車");
  expect([box.value, searched]).toEqual([long, [long.slice(0, maxSearchText)]]);
  fireEvent.keyDown(box, { key: "Escape", keyCode: 229, isComposing: true });
  expect(screen.queryByLabelText("Search records and commands")).not.toBeNull();
  // Whether it is open outlives the component.
  fireEvent.keyDown(box, { key: "Escape" });
  await waitFor(() => expect(screen.queryByLabelText("Search records and commands")).toBeNull());
});
