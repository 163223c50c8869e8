// Structural sharing: of a result that equals an earlier one the earlier one is kept, whole or part by part, so that a
// memo, which compares by identity, recognises what has not changed.

type Values = Readonly<Record<string, unknown>>;

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** The earlier list when both have the same entries. */
export const shareList = <Entry>(now: Entry[], before: Entry[]): Entry[] => (isSameList(now, before) ? before : now);

/** The earlier set when both have the same members, in whatever order. */
export function shareSet<Member>(now: ReadonlySet<Member>, before: ReadonlySet<Member>): ReadonlySet<Member> {
  if (now.size !== before.size) return now;
  for (const member of now) if (!before.has(member)) return now;
  return before;
}

/** The map with the earlier value of each name where `share` finds it unchanged; the order is that of now. */
function shareEach<Value>(
  now: Map<string, Value>,
  before: ReadonlyMap<string, Value>,
  share: (now: Value, before: Value) => Value,
): Map<string, Value> {
  for (const [name, value] of now) {
    const earlier = before.get(name);
    if (earlier !== undefined) now.set(name, share(value, earlier));
  }
  return now;
}

/** Lists by name: each that has not changed is the earlier one. */
export const shareLists = <Entry>(now: Map<string, Entry[]>, before: Map<string, Entry[]>): Map<string, Entry[]> =>
  shareEach(now, before, shareList);

/** Maps by name: each that has the same entries, in the same order, is the earlier one. */
export const shareMaps = <Value>(
  now: Map<string, Map<string, Value>>,
  before: Map<string, Map<string, Value>>,
): Map<string, Map<string, Value>> => shareEach(now, before, (one, other) => (isSameMap(one, other) ? other : one));

function isSameMap(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
  if (one.size !== other.size) return false;
  const others = other.entries();
  for (const [name, value] of one) {
    const [otherName, otherValue] = others.next().value!;
    if (name !== otherName || value !== otherValue) return false;
  }
  return true;
}

/** Lists by two names, one inside the other: each list and each inner map that has not changed is the earlier one. */
export const shareNestedLists = <Entry>(
  now: Map<string, Map<string, Entry[]>>,
  before: Map<string, Map<string, Entry[]>>,
): Map<string, Map<string, Entry[]>> =>
  shareEach(now, before, (one, other) => {
    shareLists(one, other);
    return isSameMap(one, other) ? other : one;
  });

/** Records that are made anew each time, by key: each whose fields have not changed is the earlier one. */
export const shareRecords = <Made extends { key: string }>(now: Made[], before: Made[]): Made[] => {
  const earlier = new Map(before.map((made) => [made.key, made]));
  const shared = now.map((made) => {
    const same = earlier.get(made.key);
    return same !== undefined && isSameRecord(made, same) ? same : made;
  });
  return shareList(shared, before);
};

/** Field by field; the lists that are made with a record are compared by their entries. */
function isSameRecord(one: object, other: object): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => {
      const [value, earlier] = [(one as Values)[name], (other as Values)[name]];
      return value === earlier || (Array.isArray(value) && Array.isArray(earlier) && isSameList(value, earlier));
    })
  );
}
