import type { TidyCheck } from "../../graphql/schema-types.ts";
import { oneOf, type RawSearch } from "../../shared/read-search.ts";

export interface TidyView {
  /** Only what this check finds; everything when absent. */
  check?: TidyCheck;
}

/** A table, since it has every check or does not compile. */
const allChecks: { readonly [C in TidyCheck]: true } = {
  POSSIBLE_DUPLICATE: true,
  WITHDRAWN_STANDARD: true,
  EXPIRED_AGREEMENT: true,
  AGED_FACT: true,
  ACTOR_WITHOUT_FACTS: true,
};

const checks = Object.keys(allChecks) as TidyCheck[];

export const tidyView = ({ check }: RawSearch): TidyView => ({ check: oneOf(checks, check) }) as TidyView;
