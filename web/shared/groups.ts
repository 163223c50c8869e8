/** Adds an entry to the list under a name, which begins with its first entry. */
export function addTo<Name, Entry>(groups: Map<Name, Entry[]>, name: Name, entry: Entry): void {
  const others = groups.get(name);
  if (others) others.push(entry);
  else groups.set(name, [entry]);
}
