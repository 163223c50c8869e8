/** Where an extent comes from, first that there is, with its description for the API. Source: model.md section 2. */
export const extentSources = {
  ASSESSMENT: { description: "Our own assessment." },
  OWN: { description: "The actor's own claim." },
  OTHERS: { description: "The mean of the others' claims about it." },
  OFFERING: { description: "An offering of it: it does this, and nothing says how far. The extent counts one half." },
} as const;

export type ExtentSource = keyof typeof extentSources;
