import type { BoundaryStatus, CompetitorType, DimensionKind, Layer, ThreatLevel } from "../graphql/schema-types.ts";

// Display names of the schema's enum values. Typed by the schema: a new value without a name does not compile.

export const dimensionWords: Record<DimensionKind, { label: string; question: string; needs: string }> = {
  EXPECTATIONS: {
    label: "Expectations",
    question: "Do the parties want the same things?",
    needs: "Add topics and the stances of at least two actors.",
  },
  BOUNDARIES: {
    label: "Boundaries",
    question: "Is it settled who does what?",
    needs: "Add required activities with claims.",
  },
  INSTALLED_BASE: {
    label: "Installed base",
    question: "How uniform is the equipment at each customer?",
    needs: "Add installations with origin and year.",
  },
  STANDARDS: {
    label: "Standards",
    question: "Do systems that must work together share a standard?",
    needs: "Add interfaces with candidate standards and adoptions.",
  },
  CONTROL_SYSTEMS: {
    label: "Control systems",
    question: "Do control systems agree within and across customers?",
    needs: "Add installations with their control systems.",
  },
  DATA_SHARING: {
    label: "Data sharing",
    question: "Are customers willing to share data, and on what conditions?",
    needs: "Add customers that are supplied, with profiles or agreements.",
  },
  JOINT_DEVELOPMENT: {
    label: "Joint development",
    question: "Do those who depend on each other develop together?",
    needs: "Add interfaces or dependencies between actors.",
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
  UNKNOWN: { label: "Unknown", meaning: "There are no claims about this activity." },
  UNCLAIMED: { label: "Unclaimed", meaning: "No actor claims to lead it." },
  CONTESTED: { label: "Contested", meaning: "Several unconnected actors each claim to lead it." },
  DISPUTED: { label: "Disputed", meaning: "Others name a different lead than the actor who claims it." },
  SHARED: { label: "Shared", meaning: "Aligned partners lead it together." },
  AGREED: { label: "Agreed", meaning: "One actor leads it, and nobody disagrees." },
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
    question: "How far do their activities overlap with ours?",
    unknown: "There are no claims about this rival.",
  },
  MARKET_COMMONALITY: {
    label: "Market commonality",
    question: "How much do they sell to our customers?",
    unknown: "It is unknown whom they supply.",
  },
  MOMENTUM: { label: "Momentum", question: "How active have they been recently?", unknown: "Unknown." },
  ENTRY_BARRIER: {
    label: "Entry barrier",
    question: "How much do they lack to do what we do?",
    unknown: "No capabilities of this rival are recorded, so it counts as one half.",
  },
  ECOSYSTEM_TIES: {
    label: "Ecosystem ties",
    question: "How strongly do shared standards, partnerships and initiatives tie us together?",
    unknown: "Unknown.",
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

/** Default display name of an enum value: "PARTNERS_WITH" becomes "Partners with". */
export function plain(name: string): string {
  const words = name.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
