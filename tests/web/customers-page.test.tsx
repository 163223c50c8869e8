import { MantineProvider } from "@mantine/core";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { cleanup, configure, fireEvent, render, screen, within } from "@testing-library/react";
import { Client, cacheExchange, fetchExchange, Provider } from "urql";
import { afterEach, expect, test, vi } from "vitest";
import { customersSearch } from "../../web/app/search-params.ts";
import CustomersPage from "../../web/pages/customers/CustomersPage.tsx";
import { Sentences } from "../../web/shared/Sentences.tsx";

configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

const actor = (name: string) => ({ __typename: "Actor", id: name, key: name, name, kinds: ["OTHER"] });
const segment = (name: string, readiness: string, origin: string) => ({
  __typename: "CustomerSegment",
  ...{ readiness, infrastructure: "HIGH", origin, age: "NEW", fit: "POSSIBLE" },
  customers: [actor(name)],
});
const fit = (name: string) => ({
  __typename: "CustomerFit",
  ...{ customer: actor(name), level: "POSSIBLE", label: "Possible", reason: `Reason of ${name}.` },
  ...{ agreement: null, conditions: [], willingness: null },
});
const ecosystem = {
  __typename: "Ecosystem",
  id: "e",
  key: "e",
  name: "E",
  valueProposition: null,
  revision: 1,
  focal: actor("F"),
  segments: [
    segment("Alpha", "POSITIVE", "OWN"),
    segment("Beta", "NEUTRAL", "OWN"),
    segment("Gamma", "NEUTRAL", "RIVAL"),
  ],
  customerFits: ["Alpha", "Beta", "Gamma"].map(fit),
  expectations: [
    {
      __typename: "Expectation",
      ...{ question: "Who owns the customer?", low: "each", high: "one", sentence: "Alpha wants “one”." },
      stances: [
        {
          __typename: "ActorStance",
          record: { __typename: "Record", id: "s" },
          actor: actor("Alpha"),
          position: 5,
          salience: 3,
        },
      ],
    },
  ],
};

function draw(path: string, component: () => React.ReactNode) {
  const client = new Client({
    url: "http://nowhere/graphql",
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetch: async () =>
      new Response(JSON.stringify({ data: { ecosystem } }), { headers: { "content-type": "application/json" } }),
  });
  const root = createRootRoute({ component: Outlet });
  const frame = createRoute({ getParentRoute: () => root, path: "/e/$ecosystem", component: Outlet });
  const customers = createRoute({
    getParentRoute: () => frame,
    path: "customers",
    validateSearch: customersSearch,
    component,
  });
  const map = createRoute({ getParentRoute: () => frame, path: "map", component: () => null });
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createRouter({ routeTree: root.addChildren([frame.addChildren([customers, map])]), history });
  render(
    <MantineProvider>
      <Provider value={client}>
        {/* The app's own router is registered as the type of all. */}
        <RouterProvider router={router as never} />
      </Provider>
    </MantineProvider>,
  );
  return router;
}

test("customers are grouped by readiness where more would tell nothing; filters leave the rest of the page too", async () => {
  vi.stubGlobal("scrollTo", () => {});
  const router = draw("/e/e/customers", () => <CustomersPage />);
  const segments = await screen.findByRole("region", { name: "Segments" });
  const headings = () => within(segments).queryAllByRole("heading", { level: 3 });
  expect(headings().map(({ textContent }) => textContent)).toEqual([
    "Readiness: positive 1 customer",
    "Readiness: neutral 2 customers",
  ]);
  await screen.findByText("Reason of Gamma.");
  fireEvent.change(within(segments).getByLabelText("Origin of equipment"), { target: { value: "OWN" } });
  await screen.findByText(/2 customers of 3/);
  expect(router.state.location.search).toMatchObject({ origin: "OWN" });
  expect(within(segments).queryByText("Gamma")).toBeNull();
  expect(screen.queryByText("Reason of Gamma.")).toBeNull();
  expect(headings().map(({ textContent }) => textContent)).toEqual([
    "Readiness: positive 1 customer",
    "Readiness: neutral 1 customer",
  ]);
});

test("two dimensions in the address make a table of them", async () => {
  draw(`/e/e/customers?by=${encodeURIComponent('["origin","readiness"]')}`, () => <CustomersPage />);
  const table = within(await screen.findByRole("region", { name: "Segments" })).getByRole("table");
  const headers = within(table).getAllByRole("columnheader");
  expect(headers.map(({ textContent }) => textContent)).toEqual(["Positive", "Neutral"]);
  expect(
    within(table)
      .getAllByRole("rowheader")
      .map(({ textContent }) => textContent),
  ).toEqual(["Our equipment", "Rivals' equipment"]);
});

test("a sentence about a topic opens to who says what, by name", async () => {
  const topic = {
    __typename: "Record" as const,
    id: "t",
    kind: "TOPICS" as const,
    key: "customer",
    label: "Owning the customer",
  };
  draw("/e/e/customers", () => (
    <Sentences
      ecosystem="e"
      date={undefined}
      sentences={[
        { rule: "LARGEST_LOSSES", text: "Owning the customer costs 2 points.", subjects: [topic], evidence: [] },
      ]}
    />
  ));
  const summary = await screen.findByText("Who says what");
  const details = summary.closest("details")!;
  details.open = true;
  fireEvent(details, new Event("toggle"));
  expect(await within(details).findByRole("link", { name: "Alpha" })).toBeDefined();
});
