import { oneOf, type RawSearch, texts } from "../../shared/read-search.ts";
import {
  maxGrouped,
  type SegmentDimensionName,
  type SegmentFilters,
  type SegmentSort,
  segmentDimensionNames,
  segmentDimensions,
  segmentSorts,
} from "./grouping.ts";

/** How the page of customers is read. */
export interface CustomersView extends SegmentFilters {
  /** Dimensions by which customers are grouped; as the page chooses when absent. */
  by?: SegmentDimensionName[];
  sort?: SegmentSort;
}

const filterOf = (name: SegmentDimensionName, value: unknown): string | undefined =>
  oneOf(
    segmentDimensions[name].values.map((entry): string => entry.value),
    value,
  );

export const customersView = (raw: RawSearch): CustomersView => {
  const by = texts(raw.by)
    ?.flatMap((name) => oneOf(segmentDimensionNames, name) ?? [])
    .slice(0, maxGrouped);
  return {
    by: by && by.length > 0 ? by : undefined,
    sort: oneOf(segmentSorts, raw.sort),
    ...Object.fromEntries(segmentDimensionNames.map((name) => [name, filterOf(name, raw[name])])),
  } as CustomersView;
};
