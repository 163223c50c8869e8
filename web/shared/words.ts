import type { BoundaryStatus, CompetitorType, DimensionKind, Layer, ThreatLevel } from "../graphql/schema-types.ts";

// The words on screen for each name of the schema. Typed by it: a new name without words does not compile.

export const dimensionWords: Record<DimensionKind, { label: string; question: string; needs: string }> = {
  EXPECTATIONS: {
    label: "Expectations",
    question: "Do the parties want the same things?",
    needs: "Needs topics with the stances of at least two actors.",
  },
  BOUNDARIES: {
    label: "Boundaries",
    question: "Is it settled who does what?",
    needs: "Needs required activities with claims.",
  },
  INSTALLED_BASE: {
    label: "Installed base",
    question: "How uniform is the equipment at each customer?",
    needs: "Needs installations with origin and year.",
  },
  STANDARDS: {
    label: "Standards",
    question: "Do systems that must work together share a standard?",
    needs: "Needs interfaces with candidate standards and adoptions.",
  },
  CONTROL_SYSTEMS: {
    label: "Control systems",
    question: "Do control systems agree within and across customers?",
    needs: "Needs installations with their control systems.",
  },
  DATA_SHARING: {
    label: "Data sharing",
    question: "Are customers willing to share data, and on what conditions?",
    needs: "Needs supplied customers with profiles or agreements.",
  },
  JOINT_DEVELOPMENT: {
    label: "Joint development",
    question: "Do those who depend on each other develop together?",
    needs: "Needs interfaces or dependencies between actors.",
  },
};

export const layerWords: Record<Layer, string> = {
  EQUIPMENT: "Equipment",
  CONNECTIVITY: "Connectivity",
  PLATFORM: "Platform",
  ANALYTICS: "Analytics",
  SERVICE: "Service",
  OPERATION: "Operation",
};

export const layerWord = (layer: Layer | null): string => (layer ? layerWords[layer] : "Layer not given");

export const boundaryWords: Record<BoundaryStatus, { label: string; meaning: string }> = {
  UNKNOWN: { label: "Unknown", meaning: "Nobody has said anything of this activity." },
  UNCLAIMED: { label: "Unclaimed", meaning: "Nobody says that they lead it." },
  CONTESTED: { label: "Contested", meaning: "Several unconnected actors each say that they lead it." },
  DISPUTED: { label: "Disputed", meaning: "Others name another lead than the one who claims it." },
  SHARED: { label: "Shared", meaning: "Aligned partners lead it together." },
  AGREED: { label: "Agreed", meaning: "One lead, and nobody says otherwise." },
};

export const competitorWords: Record<CompetitorType, string> = {
  SIMILAR_MANUFACTURER: "Similar manufacturer",
  DIVERSIFIED_TECHNOLOGY_FIRM: "Diversified technology firm",
  SERVICE_CENTRIC_START_UP: "Service-centric start-up",
  EXPANDING_CUSTOMER: "Expanding customer",
  OTHER: "Other",
};

export const levelWords: Record<ThreatLevel, string> = {
  LOW: "Low",
  MODERATE: "Moderate",
  HIGH: "High",
  SEVERE: "Severe",
};

export const factorWords: Record<string, { label: string; question: string; unknown: string }> = {
  OVERLAP: {
    label: "Overlap",
    question: "How much of what we do do they do too?",
    unknown: "Nobody has claimed anything about this rival.",
  },
  MARKET_COMMONALITY: {
    label: "Market commonality",
    question: "How much do they sell to our customers?",
    unknown: "We do not know whom they supply.",
  },
  MOMENTUM: { label: "Momentum", question: "How much have they moved lately?", unknown: "Not known." },
  ENTRY_BARRIER: {
    label: "Entry barrier",
    question: "How much do they lack to do what we do?",
    unknown: "No capability of this rival is recorded; it counts as one half.",
  },
  ECOSYSTEM_TIES: {
    label: "Ecosystem ties",
    question: "How much do common standards, partnerships and initiatives bind us?",
    unknown: "Not known.",
  },
};

export const interventionWords: Record<string, string> = {
  SETTLE_BOUNDARY: "Settle a boundary",
  ALIGN_EXPECTATIONS: "Align expectations",
  ADOPT_STANDARD: "Adopt a standard",
  SIGN_AGREEMENT: "Sign an agreement",
  START_INITIATIVE: "Start an initiative",
  SHARE_CONTROL_SYSTEM: "Share a control system",
};

/** "PARTNERS_WITH" as "Partners with": for names that need no words of their own. */
export function plain(name: string): string {
  const words = name.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
