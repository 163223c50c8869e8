/** What the form asks of a new ecosystem. */
export interface NewHead {
  key: string;
  name: string;
  valueProposition: string;
}

/** Document of an ecosystem without records. A blank value proposition is left out: unknown, not empty. */
export function emptyDocument({ key, name, valueProposition }: NewHead) {
  const proposition = valueProposition.trim();
  return {
    format: "ecosystem/1",
    ecosystem: { key, name: name.trim(), ...(proposition && { valueProposition: proposition }) },
  };
}

/** Template to fill in and import: the empty document with the collections that a first map needs. */
export const templateDocument = (head: NewHead): string =>
  JSON.stringify(
    { ...emptyDocument(head), evidence: [], actors: [], activities: [], claims: [], relations: [] },
    null,
    2,
  );
