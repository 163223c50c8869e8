import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "urql";
import { isAnswerTo } from "../graphql/answers.ts";
import type { RecordKind } from "../graphql/schema-types.ts";
import { searchText } from "../shared/search-text.ts";
import { firstRecordsQuery, pickQuery } from "./picker.graphql.ts";

export interface Pick {
  /** Node id. */
  id: string;
  key: string;
  label: string;
}

/** Records of a kind by what is typed of their name; the first ones while nothing is. */
export function usePicks(ecosystem: string, kind: RecordKind, text: string, isOpen: boolean) {
  const wanted = searchText(text);
  const [asked] = useDebouncedValue(wanted, 160);
  const first = { key: ecosystem, kind };
  const searched = { ...first, text: asked };
  const [all] = useQuery({ query: firstRecordsQuery, variables: first, pause: !isOpen || asked !== "" });
  const [some] = useQuery({ query: pickQuery, variables: searched, pause: !isOpen || asked === "" });
  const found = isAnswerTo(some.operation, searched) ? some.data?.ecosystem?.search : undefined;
  const picks: Pick[] | undefined =
    asked === ""
      ? all.data?.ecosystem?.records.edges.map(({ node: { id, key, label } }) => ({ id, key, label }))
      : found?.flatMap(({ label, node }) =>
          "asRecord" in node ? [{ id: node.id, key: node.asRecord.key, label }] : [],
        );
  const total = asked === "" ? (all.data?.ecosystem?.records.totalCount ?? 0) : 0;
  return {
    picks: picks ?? [],
    /** Records that are not listed, since nothing is typed. */
    more: Math.max(0, total - (picks?.length ?? 0)),
    isSearching: picks === undefined || wanted !== asked,
    error: asked === "" ? all.error : some.error,
  };
}
