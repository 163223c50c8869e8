/** Object with one value for each entry of a list, by the entry's kind. */
export const recordBy = <Kind extends string, Entry extends { kind: Kind }, Value>(
  list: readonly (Entry & { kind: Kind })[],
  pick: (entry: Entry) => Value,
): Record<Kind, Value> => Object.fromEntries(list.map((entry) => [entry.kind, pick(entry)])) as Record<Kind, Value>;
