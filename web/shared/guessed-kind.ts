import type { ActorKind } from "../graphql/schema-types.ts";

/** Words of names that suggest a kind, the first that is found; a suggestion only, to be corrected by the person. */
const suggestions: readonly [ActorKind, RegExp][] = [
  [
    "STANDARDS_BODY",
    /\b(council|alliance|association|consortium|working group|standards?|institute for standards|foundation|committee)\b/i,
  ],
  ["START_UP", /\b(start-?up|labs?|ventures?)\b|\.(ai|io)\b/i],
  ["ANALYST", /\b(analytics|analysts?|insights?|data science|intelligence)\b/i],
  ["SOFTWARE_PROVIDER", /\b(software|soft|apps?|digital|twin)\b|soft$/i],
  ["TECHNOLOGY_FIRM", /\b(cloud|telecom|networks?|technolog(y|ies)|electronics|microsystems)\b/i],
  ["SERVICE_PROVIDER", /\b(services?|maintenance|consult(ing|ants)|engineering|logistics|integrators?)\b/i],
  [
    "CUSTOMER",
    /\b(mills?|paper|board|pulp|tissue|packaging|mines?|mining|refinery|utility|power plant|steelworks|foods?|brewery|dairy|shipping|airlines?|hospitals?|port)\b/i,
  ],
  [
    "MANUFACTURER",
    /\b(machines?|machinery|maschinenbau|works|equipment|pumps?|drives?|bearings?|sensors?|manufactur\w*|industries|valves?|turbines?)\b/i,
  ],
];

/** The kind that a name suggests; OTHER where it suggests none. */
export const guessedKind = (name: string): ActorKind =>
  suggestions.find(([, words]) => words.test(name))?.[0] ?? "OTHER";
