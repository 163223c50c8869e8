import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { mapSearch } from "../map/model/search-params/map-search.ts";
import { Empty, Loading } from "../shared/States.tsx";
import { telling } from "./dropped-search-params.ts";
import { EcosystemFrame } from "./EcosystemFrame.tsx";
import { RouteFailed } from "./RouteFailed.tsx";
import { coherenceSearch, dateSearch, tableSearch, threatsSearch } from "./search-params.ts";

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: () => (
    <main className="page">
      <Empty title="There is no such page">
        <Link to="/">See all ecosystems</Link>
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
  validateSearch: telling(dateSearch),
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
  validateSearch: telling(mapSearch),
  component: lazyRouteComponent(() => import("../pages/map/MapPage.tsx")),
});

const coherence = createRoute({
  getParentRoute: () => ecosystem,
  path: "coherence",
  validateSearch: telling(coherenceSearch),
  component: lazyRouteComponent(() => import("../pages/coherence/CoherencePage.tsx")),
});

const threats = createRoute({
  getParentRoute: () => ecosystem,
  path: "threats",
  validateSearch: telling(threatsSearch),
  component: lazyRouteComponent(() => import("../pages/threats/ThreatsPage.tsx")),
});

const customers = createRoute({
  getParentRoute: () => ecosystem,
  path: "customers",
  validateSearch: telling(dateSearch),
  component: lazyRouteComponent(() => import("../pages/customers/CustomersPage.tsx")),
});

const table = createRoute({
  getParentRoute: () => ecosystem,
  path: "table",
  validateSearch: telling(tableSearch),
  component: lazyRouteComponent(() => import("../pages/table/TablePage.tsx")),
});

const changes = createRoute({
  getParentRoute: () => ecosystem,
  path: "changes",
  validateSearch: telling(dateSearch),
  component: lazyRouteComponent(() => import("../pages/changes/ChangesPage.tsx")),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ecosystems,
    ecosystem.addChildren([ecosystemStart, map, coherence, threats, customers, table, changes]),
  ]),
  defaultPreload: "intent",
  defaultPendingComponent: () => <Loading />,
  defaultErrorComponent: RouteFailed,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
