/** The same text for the same fact: fields in one order, null as if absent. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) => {
    if (part === null || typeof part !== "object" || Array.isArray(part)) return part ?? undefined;
    return Object.fromEntries(
      Object.entries(part)
        .filter(([, inner]) => inner !== null)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
}

/** Whether two records, or two values of a field, say the same: the order of fields does not count, and null is absent. */
export const isSame = (one: unknown, other: unknown): boolean =>
  one === other || canonical(one ?? null) === canonical(other ?? null);
