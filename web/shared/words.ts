import type {
  BoundaryStatus,
  CompetitorType,
  DimensionKind,
  InterventionKind,
  Layer,
  ThreatLevel,
  ThreatPart,
} from "../graphql/schema-types.ts";

// Display names of the schema's enum values. Typed by the schema: a new value without a name does not compile.

export const dimensionWords: Record<DimensionKind, string> = {
  EXPECTATIONS: "Expectations",
  BOUNDARIES: "Boundaries",
  INSTALLED_BASE: "Installed base",
  STANDARDS: "Standards",
  CONTROL_SYSTEMS: "Control systems",
  DATA_SHARING: "Data sharing",
  JOINT_DEVELOPMENT: "Joint development",
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
  UNKNOWN: {
    label: "Unknown",
    meaning: "Nobody claims to lead it, and not everybody who takes part has said that they do not.",
  },
  ATTRIBUTED: {
    label: "Attributed",
    meaning: "Others name a lead, who has not said whether it leads.",
  },
  UNCLAIMED: { label: "Unclaimed", meaning: "Nobody leads it: all who take part say that they do not." },
  CONTESTED: { label: "Contested", meaning: "Several unconnected actors each claim to lead it." },
  DISPUTED: {
    label: "Disputed",
    meaning: "Others name a different lead than the actor who claims it, or a lead that denies it.",
  },
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

export const threatPartWords: Record<ThreatPart, string> = {
  OVERLAP: "Overlap",
  MARKET_COMMONALITY: "Market commonality",
  SUPPLY_COMMONALITY: "Supply commonality",
  MOMENTUM: "Momentum",
  STATED_RIVALRY: "Stated rivalry",
  ENTRY_BARRIER: "Entry barrier",
  ECOSYSTEM_TIES: "Ecosystem ties",
};

export const interventionWords: Record<InterventionKind, string> = {
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
