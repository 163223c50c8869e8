import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import type { RecordEdit } from "../../changes/record-edits.ts";
import { submitForm } from "../../changes/submit-form.ts";
import { useChanges } from "../../changes/use-changes.ts";
import { KeyHints, useKeyHints } from "../../commands/KeyHints.tsx";
import { PrintHead } from "../../print/PrintHead.tsx";
import { useOpenRecord } from "../../search/use-open-record.ts";
import { enumWord } from "../../shared/described-records.ts";
import { EditorsOnly } from "../../shared/EditorsOnly.tsx";
import { count, today } from "../../shared/format.ts";
import { inSentences } from "../../shared/in-sentences.ts";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { useMayEdit } from "../../shared/use-may-edit.ts";
import { actionsOf, type TidyActionName, tidyActions } from "./actions.ts";
import { keyOf } from "./key-of.ts";
import { TidyFilter } from "./TidyFilter.tsx";
import { TidyRow } from "./TidyRow.tsx";
import { type TidyItem, tidyQuery } from "./tidy.graphql.ts";
import { focusItem, useTidyKeys } from "./use-tidy-keys.ts";
import "./tidy.css";

const route = getRouteApi("/e/$ecosystem/tidy");

/** Items at once: as some are done, others take their places. */
const maxShown = 50;

/** What wants tidying, as one list of work, each item with its actions; by keyboard alone if wanted. */
export default function TidyPage() {
  const { ecosystem } = route.useParams();
  const mayEdit = useMayEdit();
  if (!mayEdit) return <EditorsOnly title="Tidy" ecosystem={ecosystem} />;
  return <TidyList key={ecosystem} ecosystem={ecosystem} />;
}

function TidyList({ ecosystem }: { ecosystem: string }) {
  const { date, check } = route.useSearch();
  const navigate = route.useNavigate();
  const openRecord = useOpenRecord(ecosystem);
  const changes = useChanges(ecosystem);
  const hasHints = useKeyHints();
  const variables = { key: ecosystem, asOf: date ?? null, check: check ?? null, first: maxShown };
  const [{ data, error, fetching }, again] = useQuery({
    query: tidyQuery,
    variables,
    requestPolicy: "cache-and-network",
  });
  const tidy = data?.ecosystem?.tidy;
  const items = useMemo(() => tidy?.items.edges.map(({ node }) => node) ?? [], [tidy]);
  const keys = useMemo(() => items.map(keyOf), [items]);
  const [open, setOpen] = useState<{ item: string; does: TidyActionName } | null>(null);
  const [keeping, setKeeping] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);

  const keep = async (item: TidyItem) => {
    const key = keyOf(item);
    if (keeping.has(key)) return;
    setTrouble(null);
    setKeeping((before) => new Set([...before, key]));
    const outcome = await submitForm(changes, [reviewOf(item)], { label: `Keep ${item.label} as it is` });
    setKeeping((before) => new Set([...before].filter((one) => one !== key)));
    if (outcome.kind === "refused") setTrouble(`${item.label} could not be kept. ${inSentences(outcome.issues)}`);
    else setSaid(`Kept: ${item.label}.`);
  };
  const act = (key: string, does: TidyActionName) => {
    const item = items.find((one) => keyOf(one) === key);
    // While a form about it is open, it is not kept by a slip.
    if (does === "keep" && open?.item === key) return;
    if (!item || !actionsOf[item.check].some((action) => action.does === does)) return;
    const [first] = item.subjects;
    if (does === "open") return first && openRecord(first.id);
    if (does === "keep") return void keep(item);
    setOpen({ item: key, does });
  };
  const step = useTidyKeys(keys, act);

  if (error && !tidy) return <Failed error={error} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!tidy) return fetching ? <Loading rows={8} /> : null;
  const { counts, items: page } = tidy;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const shown = counts.map(({ check }) => ({ check, items: items.filter((item) => item.check === check) }));
  return (
    <div className="page tidy">
      <PrintHead ecosystem={ecosystem} />
      <div className="page-head">
        <div>
          <h1>Tidy</h1>
          <p className="quiet">
            {all === 0 ? "Nothing to do" : count(all, "item")}
            {page.totalCount > items.length &&
              ` · the first ${items.length} are shown; others follow as these are done`}
          </p>
        </div>
      </div>
      <TidyFilter
        counts={counts}
        check={check}
        onCheck={(next) => void navigate({ search: (before) => ({ ...before, check: next }), replace: true })}
      />
      {hasHints && items.length > 0 && (
        <KeyHints
          keys={[{ keys: "J", hint: "next" }, ...Object.values(tidyActions), { keys: "mod+Z", hint: "undo" }]}
        />
      )}
      {trouble && <p role="alert">{trouble}</p>}
      <p className="unseen" role="status">
        {said}
      </p>
      {items.length === 0 && (
        <Empty part title="Nothing to tidy">
          {check
            ? "This check finds nothing on this date."
            : "Possible duplicates, aged facts, expired agreements, withdrawn standards and actors without facts will appear here."}
          {check && (
            <p>
              <Button size="xs" variant="default" onClick={() => void navigate({ search: date ? { date } : {} })}>
                Show all checks
              </Button>
            </p>
          )}
        </Empty>
      )}
      {shown
        .filter(({ items }) => items.length > 0)
        .map(({ check, items }) => (
          <section key={check} aria-label={enumWord("TidyCheck", check)}>
            <h2>{enumWord("TidyCheck", check)}</h2>
            <ul className="tidy-list">
              {items.map((item) => {
                const key = keyOf(item);
                return (
                  <TidyRow
                    key={key}
                    ecosystem={ecosystem}
                    item={item}
                    doing={open?.item === key ? open.does : null}
                    isBusy={keeping.has(key)}
                    onAct={(does) => act(key, does)}
                    onStep={step}
                    onClose={(done) => {
                      setOpen(null);
                      if (done) setSaid(done);
                      // The form had the focus: it goes back to where it was opened.
                      focusItem(key);
                    }}
                  />
                );
              })}
            </ul>
          </section>
        ))}
    </div>
  );
}

/** The review that keeps an item; of an aged one the same review, of today. */
function reviewOf({ check, subject, review }: TidyItem): RecordEdit {
  const on = today();
  if (!review || !("version" in review)) return { does: "create", kind: "REVIEWS", fields: { check, subject, on } };
  const { version, asRecord } = review;
  return { does: "update", record: { ...asRecord, version }, fields: { on } };
}
