export interface Begun {
  key: string;
  name: string;
  valueProposition: string;
}

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
