import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type CombinedError, useClient, useQuery } from "urql";
import type { ChangedRow } from "../changes/change-records.graphql.ts";
import type { Outcome, SubmitOptions } from "../changes/outcome.ts";
import type { RecordEdit } from "../changes/record-edits.ts";
import { useChanges } from "../changes/use-changes.ts";
import { ecosystemHeaderQuery } from "../graphql/ecosystem-header.graphql.ts";
import type { RecordKind } from "../graphql/schema-types.ts";
import { loadRecords } from "./load-records.ts";
import { GridFacts, type RecordsByKind, withChanged, withEdits } from "./model/grid-facts.ts";

interface Answer {
  of: string;
  records: RecordsByKind | null;
  read: number;
  error?: CombinedError;
}

/**
 * The records of some kinds with what has been entered and is on its way: an edit is shown at once, and takes its final
 * form from the answer to it.
 */
export function useGridRecords(ecosystem: string, kinds: readonly RecordKind[], day: string) {
  const client = useClient();
  const changes = useChanges(ecosystem);
  const of = `${ecosystem} ${kinds.join()} ${day}`;
  const [answer, setAnswer] = useState<Answer>({ of, records: null, read: 0 });
  const [pending, setPending] = useState<ReadonlyMap<number, readonly RecordEdit[]>>(new Map());
  const [reading, setReading] = useState(0);
  /** The revision up to which changes are in the answer; null until it is loaded. */
  const known = useRef<number | null>(null);
  const reload = useCallback(() => setReading((n) => n + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` stands for the kinds, whose list is made anew by each render.
  useEffect(() => {
    let isCurrent = true;
    const onProgress = (read: number) =>
      setAnswer((before) => (before.of === of && before.records ? before : { of, records: null, read }));
    void loadRecords(client, { ecosystem, kinds, day }, () => isCurrent, onProgress).then((loaded) => {
      if (!isCurrent || loaded === null) return;
      if ("records" in loaded) {
        known.current = loaded.revision;
        setAnswer({ of, records: loaded.records, read: 0 });
      }
      if (!("records" in loaded))
        setAnswer({ of, records: null, read: 0, ...("error" in loaded && { error: loaded.error }) });
    });
    return () => {
      isCurrent = false;
    };
  }, [client, of, reading]);

  // What somebody else has changed, what was undone, and what another part of the page has stored is read again. The
  // page asks for the revision again after each change by anybody.
  const [{ data: header }] = useQuery({ query: ecosystemHeaderQuery, variables: { key: ecosystem } });
  const revision = header?.ecosystem?.revision;
  useEffect(() => {
    if (revision === undefined || known.current === null || pending.size > 0 || revision <= known.current) return;
    known.current = revision;
    reload();
  }, [revision, pending, reload]);

  const number = useRef(0);
  const submit = useCallback(
    async (edits: readonly RecordEdit[], options: SubmitOptions): Promise<Outcome> => {
      const id = number.current++;
      setPending((before) => new Map(before).set(id, edits));
      const outcome = await changes.submit(edits, options);
      const before = known.current ?? 0;
      const after = outcome.kind === "stored" ? (outcome.revision ?? before) : before;
      // Of revisions between, the answer tells nothing: the grid reads them.
      if (after === before + 1) known.current = after;
      // Also what another part of the page has stored with it: the revision is not read again.
      const changed: readonly ChangedRow[] = outcome.kind === "stored" ? outcome.allChanged : [];
      setAnswer((before) => (before.records ? { ...before, records: withChanged(before.records, changed) } : before));
      setPending((before) => {
        const next = new Map(before);
        next.delete(id);
        return next;
      });
      // Somebody else's values were chosen, or stored already.
      if (outcome.kind === "discarded" || (outcome.kind === "stored" && outcome.revision === null)) reload();
      return outcome;
    },
    [changes, reload],
  );

  const records = answer.of === of ? answer.records : null;
  const facts = useMemo(
    () => records && new GridFacts(withEdits(records, [...pending.values()].flat()), day),
    [records, pending, day],
  );
  return {
    facts,
    /** How many records have been read, while it loads. */
    read: answer.of === of ? answer.read : 0,
    error: answer.of === of ? answer.error : undefined,
    changes,
    submit,
    reload,
  };
}
