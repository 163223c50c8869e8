/** The days [validFrom, validTo) on which something is in force; an absent end is open. */
export interface Validity {
  validFrom?: string;
  validTo?: string;
}

export const spanOf = ({ validFrom, validTo }: Validity): Validity => ({ validFrom, validTo });

/** The days on which both are in force. */
export const intersect = (one: Validity, other: Validity): Validity => ({
  validFrom: (one.validFrom ?? "") > (other.validFrom ?? "") ? one.validFrom : (other.validFrom ?? one.validFrom),
  validTo: (one.validTo ?? "~") < (other.validTo ?? "~") ? one.validTo : (other.validTo ?? one.validTo),
});

/** Whether there is any such day. */
export const isEver = ({ validFrom, validTo }: Validity): boolean => (validFrom ?? "") < (validTo ?? "~");

/** The later of two ends; an absent one never comes. */
export function endOf(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return undefined;
  return one > other ? one : other;
}

/**
 * The days on which a fact counts: its own, without those on which one of its later versions is in force, since of
 * several the latest counts (model.md section 1). More than one piece when a later version ends before this one does.
 */
export function piecesInForce(fact: Validity, later: readonly Validity[]): Validity[] {
  return later.reduce<Validity[]>(
    (pieces, version) =>
      pieces.flatMap((piece) =>
        [
          intersect(piece, { validTo: version.validFrom ?? "" }),
          ...(version.validTo === undefined ? [] : [intersect(piece, { validFrom: version.validTo })]),
        ].filter(isEver),
      ),
    [spanOf(fact)],
  );
}
