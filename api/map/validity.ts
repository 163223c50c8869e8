/** The days [validFrom, validTo) on which something is in force; an absent end is open. */
export interface Validity {
  validFrom?: string;
  validTo?: string;
}

export const spanOf = ({ validFrom, validTo }: Validity): Validity => ({ validFrom, validTo });

/** The days on which both are in force. */
export function intersect(one: Validity, other: Validity): Validity {
  const begins = [one.validFrom, other.validFrom].filter((day) => day !== undefined).sort();
  const ends = [one.validTo, other.validTo].filter((day) => day !== undefined).sort();
  return { validFrom: begins.at(-1), validTo: ends[0] };
}

/** The later of two ends; an absent one never comes. */
export function endOf(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return undefined;
  return one > other ? one : other;
}

/**
 * A fact's validity, cut where its next version begins: of several in force the latest counts (model.md section 1).
 * A next version that ends earlier than this one gives way to it again, so that nothing is cut.
 */
export function untilSuperseded<Fact extends Validity>(fact: Fact, versions: readonly Fact[]): Validity {
  const from = fact.validFrom ?? "";
  const cut = versions
    .filter((other) => (other.validFrom ?? "") > from && endOf(fact.validTo, other.validTo) === other.validTo)
    .map((other) => other.validFrom!)
    .sort()[0];
  return { validFrom: fact.validFrom, validTo: cut && (!fact.validTo || cut < fact.validTo) ? cut : fact.validTo };
}
