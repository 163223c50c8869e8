import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { parseSearch, stringifySearch } from "../links/link-parts.ts";
import { mapSearch, withCurrentNames } from "../map/model/search-params/map-search.ts";
import { Empty, Loading } from "../shared/States.tsx";
import { reportingDropped } from "./dropped-search-params.ts";
import { EcosystemFrame } from "./EcosystemFrame.tsx";
import { RouteFailed } from "./RouteFailed.tsx";
import {
  changesSearch,
  coherenceSearch,
  customersSearch,
  type DateSearch,
  dateSearch,
  gridsSearch,
  setupSearch,
  tableSearch,
  threatsSearch,
  tidySearch,
} from "./search-params.ts";

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: () => (
    <main className="page">
      <Empty title="Page not found">
        <Link to="/">All ecosystems</Link>
      </Empty>
    </main>
  ),
});

const ecosystems = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("../pages/ecosystems/EcosystemsPage.tsx")),
});

const ecosystem = createRoute({
  getParentRoute: () => root,
  path: "/e/$ecosystem",
  validateSearch: reportingDropped(dateSearch),
  // Links from page to page stay in what was known then; only the notice and the date's own control leave it.
  search: { middlewares: [retainSearchParams<DateSearch>(["asKnownAt"])] },
  component: EcosystemFrame,
});

const ecosystemStart = createRoute({
  getParentRoute: () => ecosystem,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/e/$ecosystem/map", params });
  },
});

const map = createRoute({
  getParentRoute: () => ecosystem,
  path: "map",
  validateSearch: reportingDropped(mapSearch, withCurrentNames),
  component: lazyRouteComponent(() => import("../pages/map/MapPage.tsx")),
});

const coherence = createRoute({
  getParentRoute: () => ecosystem,
  path: "coherence",
  validateSearch: reportingDropped(coherenceSearch),
  component: lazyRouteComponent(() => import("../pages/coherence/CoherencePage.tsx")),
});

const threats = createRoute({
  getParentRoute: () => ecosystem,
  path: "threats",
  validateSearch: reportingDropped(threatsSearch),
  component: lazyRouteComponent(() => import("../pages/threats/ThreatsPage.tsx")),
});

const customers = createRoute({
  getParentRoute: () => ecosystem,
  path: "customers",
  validateSearch: reportingDropped(customersSearch),
  component: lazyRouteComponent(() => import("../pages/customers/CustomersPage.tsx")),
});

const table = createRoute({
  getParentRoute: () => ecosystem,
  path: "table",
  validateSearch: reportingDropped(tableSearch),
  component: lazyRouteComponent(() => import("../pages/table/TablePage.tsx")),
});

const grids = createRoute({
  getParentRoute: () => ecosystem,
  path: "grids",
  validateSearch: reportingDropped(gridsSearch),
  component: lazyRouteComponent(() => import("../pages/grids/GridsPage.tsx")),
});

const setup = createRoute({
  getParentRoute: () => ecosystem,
  path: "setup",
  validateSearch: reportingDropped(setupSearch),
  component: lazyRouteComponent(() => import("../pages/setup/SetupPage.tsx")),
});

const tidy = createRoute({
  getParentRoute: () => ecosystem,
  path: "tidy",
  validateSearch: reportingDropped(tidySearch),
  component: lazyRouteComponent(() => import("../pages/tidy/TidyPage.tsx")),
});

const settings = createRoute({
  getParentRoute: () => ecosystem,
  path: "settings",
  validateSearch: reportingDropped(dateSearch),
  component: lazyRouteComponent(() => import("../pages/settings/SettingsPage.tsx")),
});

const changes = createRoute({
  getParentRoute: () => ecosystem,
  path: "changes",
  validateSearch: reportingDropped(changesSearch),
  component: lazyRouteComponent(() => import("../pages/changes/ChangesPage.tsx")),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ecosystems,
    ecosystem.addChildren([
      ...[ecosystemStart, map, coherence, threats, customers, table, grids, setup, changes],
      ...[tidy, settings],
    ]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultPendingComponent: () => <Loading />,
  defaultErrorComponent: RouteFailed,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
