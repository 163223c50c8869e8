import { Pagination } from "@mantine/core";

/** Page size: more rows at once would delay the browser. */
const rowsOfPage = 100;

/** Rows of one page, counted from 1; a page beyond the last is the last. `first` and `last` count from 1. */
export function pageOf<Row>(rows: readonly Row[], page: number) {
  const pages = Math.max(1, Math.ceil(rows.length / rowsOfPage));
  const at = Math.min(page, pages);
  const from = (at - 1) * rowsOfPage;
  const shown = rows.slice(from, from + rowsOfPage);
  return { pages, at, shown, first: from + 1, last: from + shown.length };
}

/** Pagination; nothing where there is only one page. */
export function PageSwitch({ pages, at, onPage }: { pages: number; at: number; onPage(page: number): void }) {
  if (pages === 1) return null;
  return (
    <Pagination
      size="xs"
      total={pages}
      value={at}
      onChange={onPage}
      siblings={1}
      getControlProps={(control) => ({ "aria-label": `Go to ${control} page` })}
    />
  );
}
