/** How alike two folded names are, from 0 to 1: the better of equal words and of equal pairs of letters. */
export function closeness(one: string, other: string): number {
  if (one === other) return 1;
  const glued = [one, other].map((name) => name.replace(/ /g, ""));
  if (glued[0] === glued[1]) return 0.99;
  const typed = isOneSlip(glued[0]!, glued[1]!) ? 1 - 1 / Math.min(glued[0]!.length, glued[1]!.length) : 0;
  return Math.max(typed, dice(pairs(glued[0]!), pairs(glued[1]!)), wordShare(one, other));
}

/** Whether two texts of some length differ by one slip of typing: a letter more, less or wrong, or two exchanged. */
function isOneSlip(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 6 || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let [end, endOther] = [one.length, other.length];
  while (end > start && endOther > start && one[end - 1] === other[endOther - 1])
    [end, endOther] = [end - 1, endOther - 1];
  const [left, right] = [one.slice(start, end), other.slice(start, endOther)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** Pairs of neighbouring letters, with how often each occurs. */
function pairs(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

function dice(one: Map<string, number>, other: Map<string, number>): number {
  let [shared, total] = [0, 0];
  for (const [pair, count] of one) {
    shared += Math.min(count, other.get(pair) ?? 0);
    total += count;
  }
  for (const count of other.values()) total += count;
  return total === 0 ? 0 : (2 * shared) / total;
}

/** Share of common words by their letters, where one name has the words of the other and more: Siemens, Siemens Energy. */
function wordShare(one: string, other: string): number {
  const [first, second] = [new Set(one.split(" ")), new Set(other.split(" "))];
  const size = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + word.length, 0);
  const common = [...first].filter((word) => second.has(word));
  return size(common) / Math.max(size(first), size(second), 1);
}
