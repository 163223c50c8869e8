import type { ChangedKind } from "../../graphql/schema-types.ts";
import { startOfDay } from "../../shared/format.ts";
import { day, oneOf, type RawSearch, text } from "../../shared/read-search.ts";
import { recordKindWords } from "../../shared/words.ts";

/** Which changes are listed; all where a parameter is absent. */
export interface ChangeFilter {
  who?: string;
  kind?: ChangedKind;
  /** Days in the reader's time zone, YYYY-MM-DD. */
  from?: string;
  to?: string;
}

export const changedKinds = Object.keys(recordKindWords) as ChangedKind[];

export const changeFilter = (raw: RawSearch): ChangeFilter =>
  ({ who: text(raw.who), kind: oneOf(changedKinds, raw.kind), from: day(raw.from), to: day(raw.to) }) as ChangeFilter;

/** The filter as the API takes it: the change log shows the reader's days, which begin at other moments than those of UTC. */
export const inMoments = ({ from, to, ...rest }: ChangeFilter) => ({
  ...rest,
  ...(from !== undefined && { since: startOfDay(from) }),
  ...(to !== undefined && { until: startOfDay(to, 1) }),
});

export const isFiltered = (filter: ChangeFilter): boolean => Object.values(filter).some((value) => value !== undefined);
