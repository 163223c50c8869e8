import { useCallback, useEffect, useRef, useState } from "react";
import { useClient } from "urql";
import { pickQuery } from "../fields/picker.graphql.ts";
import { describeFailure } from "../graphql/client.ts";
import type { RecordKind } from "../graphql/schema-types.ts";
import { searchText } from "../shared/search-text.ts";
import { type Match, matchName, type Names } from "./names.ts";

/** Searches under way at once: each counts towards the requests of a person. */
const maxSearches = 4;

/** Looks up names as they are asked for; the component draws again when an answer comes. */
export function useNames(ecosystem: string): { names: Names; forget(): void; trouble: string | null } {
  const client = useClient();
  const [known, setKnown] = useState<ReadonlyMap<string, Match>>(new Map());
  const [trouble, setTrouble] = useState<string | null>(null);
  const waiting = useRef(new Map<string, { kind: RecordKind; name: string }>());
  const asked = useRef(new Set<string>());
  const names = useCallback<Names>(
    (kind, name) => {
      const id = `${kind} ${name}`;
      const match = known.get(id);
      if (!match) waiting.current.set(id, { kind, name });
      return match;
    },
    [known],
  );
  // After each drawing: what its reading has asked for.
  useEffect(() => {
    for (const [id, { kind, name }] of waiting.current) {
      if (asked.current.size >= maxSearches) break;
      waiting.current.delete(id);
      if (asked.current.has(id) || known.has(id)) continue;
      asked.current.add(id);
      void client
        .query(pickQuery, { key: ecosystem, kind, text: searchText(name) })
        .toPromise()
        .then(({ data, error }) => {
          asked.current.delete(id);
          if (error) {
            setTrouble(describeFailure(error).title);
            return;
          }
          setTrouble(null);
          const found = (data?.ecosystem?.search ?? []).flatMap(({ label, node }) =>
            "asRecord" in node ? [{ key: node.asRecord.key, label }] : [],
          );
          setKnown((before) => new Map(before).set(id, matchName(name, found)));
        });
    }
  });
  /** What was none before may be there now. */
  const forget = useCallback(() => setKnown(new Map()), []);
  return { names, forget, trouble };
}
