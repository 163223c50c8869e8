import type { TidyCheck } from "../../graphql/schema-types.ts";
import type { RawSearch } from "../../shared/read-search.ts";

export interface TidyView {
  /** Only what this check finds; everything when absent. */
  check?: TidyCheck;
}

/** The checks by the part of the link that names them. */
const checks: { readonly [C in TidyCheck]: true } = {
  POSSIBLE_DUPLICATE: true,
  WITHDRAWN_STANDARD: true,
  EXPIRED_AGREEMENT: true,
  AGED_FACT: true,
  ACTOR_WITHOUT_FACTS: true,
};

export const tidyView = ({ check }: RawSearch): TidyView =>
  ({ check: typeof check === "string" && check in checks ? check : undefined }) as TidyView;
