/** Adds an entry to the list under a name, which begins with its first entry. */
export function addTo<Name, Entry>(groups: Map<Name, Entry[]>, name: Name, entry: Entry): void {
  const others = groups.get(name);
  if (others) others.push(entry);
  else groups.set(name, [entry]);
}

/** Lists of the entries by a name of each, in the order in which they come. */
export function groupBy<Name, Entry>(entries: Iterable<Entry>, nameOf: (entry: Entry) => Name): Map<Name, Entry[]> {
  const groups = new Map<Name, Entry[]>();
  for (const entry of entries) addTo(groups, nameOf(entry), entry);
  return groups;
}
