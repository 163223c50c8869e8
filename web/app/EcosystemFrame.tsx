import { getRouteApi, Link, Outlet, useLocation, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef } from "react";
import { useQuery } from "urql";
import { AsKnown, useKnownOn } from "../as-known/AsKnown.tsx";
import { AsKnownChoice } from "../as-known/AsKnownChoice.tsx";
import { AsKnownNotice } from "../as-known/AsKnownNotice.tsx";
import { CommandCentre } from "../commands/CommandCentre.tsx";
import { useCommandRegistry } from "../commands/command-registry.ts";
import { ecosystemHeaderQuery } from "../graphql/ecosystem-header.graphql.ts";
import { LinkParts, LinkPartsNotice } from "../links/LinkParts.tsx";
import { ChangeNotice } from "../live/ChangeNotice.tsx";
import { useLiveEcosystem } from "../live/use-live-ecosystem.ts";
import { PrintMargins } from "../print/PrintMargins.tsx";
import { SearchBox } from "../search/SearchBox.tsx";
import { formatDate } from "../shared/format.ts";
import { Empty, Failed } from "../shared/States.tsx";
import { useMayEdit } from "../shared/use-may-edit.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { Brand, SchemeToggle } from "./Brand.tsx";
import { ConnectionNotice } from "./ConnectionNotice.tsx";
import { DateBox } from "./DateBox.tsx";
import { DroppedSearchParamsNotice } from "./DroppedSearchParamsNotice.tsx";
import { WorkNotice } from "./WorkNotice.tsx";

// A reader changes nothing, and does without it.
const QuickAddButton = lazy(() => import("../quick-add/QuickAddButton.tsx"));
const EditorPages = lazy(() => import("./EditorPages.tsx"));
const EditingFrame = lazy(() => import("../changes/EditingFrame.tsx"));

const route = getRouteApi("/e/$ecosystem");

const pages = [
  { to: "/e/$ecosystem/map", label: "Map", hasViewpoint: true },
  { to: "/e/$ecosystem/coherence", label: "Coherence" },
  { to: "/e/$ecosystem/threats", label: "Threats", hasViewpoint: true },
  { to: "/e/$ecosystem/customers", label: "Customers" },
  { to: "/e/$ecosystem/table", label: "Table" },
  { to: "/e/$ecosystem/grids", label: "Grids" },
  { to: "/e/$ecosystem/changes", label: "Changes" },
] as const;
/** Pages of people who may change facts, in a menu of their own: the bar has room for those that everybody reads. */
const editorPages = [
  { to: "/e/$ecosystem/tidy", label: "Tidy" },
  { to: "/e/$ecosystem/setup", label: "Set-up" },
  { to: "/e/$ecosystem/settings", label: "Settings" },
] as const;
const allPages = [...pages, ...editorPages];

/** Layout of the pages of one ecosystem, as it is recorded now or as it was known on an earlier day. */
export function EcosystemFrame() {
  const { asKnownAt } = route.useSearch();
  return (
    <AsKnown on={asKnownAt ?? null}>
      <Frame />
    </AsKnown>
  );
}

/** Layout shared by the pages of one ecosystem: its name, navigation, search, and the date that all of them follow. */
function Frame() {
  const { ecosystem: key } = route.useParams();
  const { date } = route.useSearch();
  const { focal } = useSearch({ strict: false });
  const navigate = route.useNavigate();
  const { changeDay } = useCommandRegistry();
  const [{ data, error, fetching }, again] = useQuery({ query: ecosystemHeaderQuery, variables: { key } });
  const mayEdit = useMayEdit();
  const ecosystem = data?.ecosystem;
  const knownOn = useKnownOn();
  // What was known on an earlier day changes no more.
  useLiveEcosystem(key, knownOn === null && ecosystem?.key === key ? ecosystem.revision : undefined);
  const showKnownOn = (asKnownAt: string | undefined) =>
    navigate({ to: ".", search: (previous: object) => ({ ...previous, asKnownAt }) });

  const { pathname } = useLocation();
  const page = allPages.find(({ to }) => pathname.endsWith(to.replace("/e/$ecosystem", "")))?.label;
  // The title names the browser tab, the history entry and the PDF of the page.
  useEffect(() => {
    document.title = [page, ecosystem?.name, "Ecotone"].filter(Boolean).join(" · ");
  }, [ecosystem, page]);

  const nav = useRef<HTMLElement>(null);
  // The navigation scrolls on a phone, so the link of the open page is brought into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another current link.
  useEffect(() => {
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [pathname]);

  return (
    <div className="frame">
      <PrintMargins title={[ecosystem?.name ?? key, page].filter(Boolean).join(" · ")} />
      <a className="skip" href="#content">
        Skip to content
      </a>
      <header className="bar">
        <Brand />
        <p className="bar-name" title={ecosystem?.valueProposition ?? undefined}>
          {ecosystem?.name ?? (fetching ? " " : key)}
        </p>
        <nav ref={nav} className="bar-pages" aria-label="Pages">
          {pages.map((page) => (
            <Link
              key={page.to}
              to={page.to}
              params={{ ecosystem: key }}
              search={{ ...(date && { date }), ...(focal && "hasViewpoint" in page && { focal }) }}
              className="bar-link"
            >
              {page.label}
            </Link>
          ))}
          {ecosystem && mayEdit && (
            <Suspense>
              <EditorPages ecosystem={key} pages={editorPages} date={date} open={page} />
            </Suspense>
          )}
        </nav>
        <div className="bar-tools">
          <SearchBox ecosystem={key} />
          {ecosystem && mayEdit && (
            <Suspense>
              <QuickAddButton ecosystem={key} />
            </Suspense>
          )}
          <CommandCentre ecosystem={key} pages={mayEdit ? allPages : pages} date={date} />
          <DateBox
            day={date}
            onDay={(day) =>
              changeDay
                ? changeDay(day)
                : navigate({ to: ".", search: (previous: object) => ({ ...previous, date: day }), replace: true })
            }
          />
          <AsKnownChoice onKnownOn={showKnownOn} />
          <SchemeToggle />
          <AccountMenu />
        </div>
      </header>
      <div>
        <ConnectionNotice />
        <AsKnownNotice onPresent={() => showKnownOn(undefined)} />
        <WorkNotice />
        <DroppedSearchParamsNotice />
        <LinkPartsNotice ecosystem={key} />
        {ecosystem && mayEdit && (
          <Suspense>
            <EditingFrame ecosystem={key} />
          </Suspense>
        )}
      </div>
      <main id="content" className="frame-content" tabIndex={-1}>
        {error ? (
          <Failed error={error} onRetry={() => again({ requestPolicy: "network-only" })} />
        ) : !fetching && data && !ecosystem && knownOn !== null ? (
          <Empty title={`Nothing was recorded by ${formatDate(knownOn)}`}>
            Ecosystem “{key}” was created later, or does not exist.
          </Empty>
        ) : !fetching && data && !ecosystem ? (
          <Empty title={`Ecosystem “${key}” not found`}>
            Check the address, or choose an ecosystem from the list. <Link to="/">All ecosystems</Link>
          </Empty>
        ) : (
          <LinkParts ecosystem={key}>
            <Outlet />
          </LinkParts>
        )}
      </main>
      <ChangeNotice ecosystem={key} />
    </div>
  );
}
