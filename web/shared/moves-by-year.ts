interface Dated {
  id: string;
  /** YYYY-MM-DD. */
  date: string;
}

interface Year<Row> {
  year: string;
  /** Unanswered first, then the answered; each newest first. */
  moves: Row[];
}

const newestFirst = (a: Dated, b: Dated) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1);

/** Moves by year, newest year first, the unanswered on top of each: what is to be done stands where reading begins. */
export function movesByYear<Row extends Dated>(
  moves: readonly Row[],
  isUnanswered: (move: Row) => boolean,
): Year<Row>[] {
  const years = new Map<string, Row[]>();
  for (const move of [...moves].sort(newestFirst)) {
    const year = move.date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), move]);
  }
  return [...years].map(([year, all]) => ({
    year,
    moves: [...all.filter(isUnanswered), ...all.filter((move) => !isUnanswered(move))],
  }));
}
