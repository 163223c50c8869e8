export interface Begun {
  key: string;
  name: string;
  valueProposition: string;
}

/** What a key may be, as the document's schema has it. */
export const isKey = (key: string): boolean => /^[a-z0-9][a-z0-9._-]{0,127}$/.test(key);

/** The document of an ecosystem that holds nothing yet. An empty value proposition is none. */
export function emptyDocument({ key, name, valueProposition }: Begun) {
  const promised = valueProposition.trim();
  return {
    format: "ecosystem/1",
    ecosystem: { key, name: name.trim(), ...(promised && { valueProposition: promised }) },
  };
}

/** The same with the collections that a map begins with, to be filled in and imported. */
export const documentToFill = (begun: Begun): string =>
  JSON.stringify(
    { ...emptyDocument(begun), evidence: [], actors: [], activities: [], claims: [], relations: [] },
    null,
    2,
  );
