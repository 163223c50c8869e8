import type { AgreementRecord } from "../../../cypher/model/document.ts";
import { kinds } from "../../../cypher/model/records/kinds.ts";
import { listed } from "../../shared/format.ts";
import { compareText } from "../../shared/order.ts";
import { directedKey, type Facts } from "../../time/facts.ts";
import { conditions } from "../coherence/dimensions/data-sharing.ts";
import { type CustomerSegment, segments } from "./segments.ts";

/** Levels of fit for an advanced service, the best first, with their words; unknown is last. */
export const fitLevels = {
  GOOD: { label: "Good fit", description: "Readiness is positive and the infrastructure is sufficient." },
  POSSIBLE: { label: "Possible fit", description: "Nothing rules it out, but not every condition is met." },
  NOT_YET: { label: "Not yet", description: "The customer is not ready, or its infrastructure is not sufficient." },
  UNKNOWN: { label: "Unknown", description: "Readiness or infrastructure is unknown." },
} as const;
export type FitLevel = keyof typeof fitLevels;

export interface DataCondition {
  label: string;
  description: string;
  /** Null: unknown, or no agreement is in force. */
  isMet: boolean | null;
}

/** Fit of one customer for an advanced service, with its reasons. */
export interface CustomerFit {
  /** Key of the actor. */
  customer: string;
  level: FitLevel;
  label: string;
  reason: string;
  /** Key of the data-sharing agreement with the focal firm; null when none is in force. */
  agreement: string | null;
  conditions: DataCondition[];
  /** Willingness to share data, 1 to 5; null: unknown. */
  willingness: number | null;
}

type Rated = Pick<CustomerSegment, "readiness" | "infrastructure">;

/** Level of fit of a segment: readiness and infrastructure alone decide it. */
export function fitLevelOf({ readiness, infrastructure }: Rated): FitLevel {
  if (readiness === "NEGLIGENT" || infrastructure === "LOW") return "NOT_YET";
  if (readiness === "UNKNOWN" || infrastructure === "UNKNOWN") return "UNKNOWN";
  return readiness === "POSITIVE" && infrastructure === "HIGH" ? "GOOD" : "POSSIBLE";
}

const levelOrder = Object.keys(fitLevels) as FitLevel[];
const readinessOrder: readonly Rated["readiness"][] = ["POSITIVE", "NEUTRAL", "NEGLIGENT", "UNKNOWN"];
const infrastructureOrder: readonly Rated["infrastructure"][] = ["HIGH", "MEDIUM", "LOW", "UNKNOWN"];

const metIn = (answers: readonly DataCondition[]): number => answers.filter(({ isMet }) => isMet === true).length;

/**
 * The focal firm's customers by their fit for an advanced service, the best first. A lexicographic order, not a score:
 * level, readiness, infrastructure, data-sharing conditions met, willingness, then name. Unknown comes after low.
 * @throws MeasureError as segments does
 */
export function customerFits(facts: Facts, focal?: string | null): CustomerFit[] {
  const supplier = focal ?? facts.focal ?? "";
  const rated = segments(facts, focal).flatMap((segment) =>
    segment.customers.map((customer) => ({ segment, fit: fitOf(facts, supplier, customer, segment) })),
  );
  const nameOf = (key: string) => facts.actors.get(key)?.name ?? key;
  return rated
    .sort(
      (a, b) =>
        levelOrder.indexOf(a.fit.level) - levelOrder.indexOf(b.fit.level) ||
        readinessOrder.indexOf(a.segment.readiness) - readinessOrder.indexOf(b.segment.readiness) ||
        infrastructureOrder.indexOf(a.segment.infrastructure) - infrastructureOrder.indexOf(b.segment.infrastructure) ||
        metIn(b.fit.conditions) - metIn(a.fit.conditions) ||
        (b.fit.willingness ?? 0) - (a.fit.willingness ?? 0) ||
        compareText(nameOf(a.fit.customer), nameOf(b.fit.customer)) ||
        compareText(a.fit.customer, b.fit.customer),
    )
    .map(({ fit }) => fit);
}

function fitOf(facts: Facts, supplier: string, customer: string, segment: Rated): CustomerFit {
  const agreement = facts.agreements.get(directedKey(supplier, customer));
  const willingness = facts.profiles.get(customer)?.dataSharing ?? null;
  const level = fitLevelOf(segment);
  return {
    customer,
    level,
    label: fitLevels[level].label,
    reason: reasonOf(segment, agreement, willingness),
    agreement: agreement?.key ?? null,
    conditions: conditions.map((name) => ({
      label: kinds.agreements.fields[name].label,
      description: kinds.agreements.fields[name].help,
      isMet: agreement?.[name] ?? null,
    })),
    willingness,
  };
}

const readinessWords: Record<Rated["readiness"], string> = {
  POSITIVE: "The customer is ready for service",
  NEUTRAL: "The customer is partly ready for service",
  NEGLIGENT: "The customer is not ready for service",
  UNKNOWN: "Readiness for service is unknown",
};
const infrastructureWords: Record<Rated["infrastructure"], string> = {
  HIGH: "its digital infrastructure is sufficient",
  MEDIUM: "its digital infrastructure is partly sufficient",
  LOW: "its digital infrastructure is not sufficient",
  UNKNOWN: "its digital infrastructure is unknown",
};

function reasonOf(
  { readiness, infrastructure }: Rated,
  agreement: AgreementRecord | undefined,
  willingness: number | null,
): string {
  const speaksForIt = [["POSITIVE", "NEUTRAL"].includes(readiness), ["HIGH", "MEDIUM"].includes(infrastructure)];
  const joined = speaksForIt[0] === speaksForIt[1] ? "and" : "but";
  const first = `${readinessWords[readiness]}, ${joined} ${infrastructureWords[infrastructure]}.`;
  return `${first} ${agreementInWords(agreement)}${willingnessInWords(willingness)}`;
}

function agreementInWords(agreement: AgreementRecord | undefined): string {
  if (agreement === undefined) return "No data-sharing agreement is in force.";
  const met = conditions.filter((name) => agreement[name] === true).length;
  if (met === conditions.length) return "All four data-sharing conditions are met.";
  const refused = conditions.filter((name) => agreement[name] === false);
  const unknown = conditions.filter((name) => (agreement[name] ?? null) === null);
  const parts = [
    `Of the four data-sharing conditions, ${met === 0 ? "none" : met} ${met > 1 ? "are" : "is"} met`,
    ...(refused.length > 0 ? [`${listed(refused)} ${refused.length === 1 ? "is" : "are"} not`] : []),
    ...(unknown.length > 0 ? [`${listed(unknown)} ${unknown.length === 1 ? "is" : "are"} unknown`] : []),
  ];
  return `${parts.join("; ")}.`;
}

function willingnessInWords(willingness: number | null): string {
  if (willingness === null || willingness === 3) return "";
  return willingness > 3 ? " The customer is willing to share data." : " The customer is reluctant to share data.";
}
