import { OPEN_END, OPEN_START, type Span } from "../time/spans.ts";

/** Validity [validFrom, validTo) of a node or edge in the API's form: an open end is absent. */
export interface Validity {
  validFrom?: string;
  validTo?: string;
}

export const validFromOf = ({ from }: Span): string | undefined => (from === OPEN_START ? undefined : from);
export const validToOf = ({ to }: Span): string | undefined => (to === OPEN_END ? undefined : to);
