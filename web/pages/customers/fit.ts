import { count } from "../../shared/format.ts";
import { conditionNames, type Fit } from "./conditions.ts";
import type { CustomerSegment } from "./customers.graphql.ts";

// Which customers an advanced service fits first. An order by plain rules, not a score: the word that says how it fits,
// then readiness, infrastructure, how many conditions of data sharing are met, and willingness. What is unknown comes
// after what is known to be low.

const readiness = ["POSITIVE", "NEUTRAL", "NEGLIGENT", "UNKNOWN"] as const;
const infrastructure = ["HIGH", "MEDIUM", "LOW", "UNKNOWN"] as const;

const met = ({ conditions }: Fit) => conditionNames.filter((name) => conditions[name] === true).length;

/** Customers, the one that an advanced service fits first at the head; equal ones by name. */
export const byFit = (fits: readonly Fit[]): Fit[] =>
  [...fits].sort(
    (a, b) =>
      words.indexOf(fitWord(a.segment)) - words.indexOf(fitWord(b.segment)) ||
      readiness.indexOf(a.segment.readiness) - readiness.indexOf(b.segment.readiness) ||
      infrastructure.indexOf(a.segment.infrastructure) - infrastructure.indexOf(b.segment.infrastructure) ||
      met(b) - met(a) ||
      (b.willingness ?? 0) - (a.willingness ?? 0) ||
      a.customer.name.localeCompare(b.customer.name, "en"),
  );

const words = ["fits first", "may fit", "not yet", "not known"] as const;
type FitWord = (typeof words)[number];

/** In a word, from readiness and infrastructure alone, as the grid has them. */
export function fitWord({ readiness, infrastructure }: CustomerSegment): FitWord {
  if (readiness === "NEGLIGENT" || infrastructure === "LOW") return "not yet";
  if (readiness === "UNKNOWN" || infrastructure === "UNKNOWN") return "not known";
  return readiness === "POSITIVE" && infrastructure === "HIGH" ? "fits first" : "may fit";
}

const listed = new Intl.ListFormat("en-GB");
const readyWords: Record<CustomerSegment["readiness"], string> = {
  POSITIVE: "It is ready for service",
  NEUTRAL: "It is half ready for service",
  NEGLIGENT: "It is not ready for service",
  UNKNOWN: "How ready it is for service is not known",
};
const infrastructureWords: Record<CustomerSegment["infrastructure"], string> = {
  HIGH: "its digital infrastructure carries one",
  MEDIUM: "its digital infrastructure carries part of one",
  LOW: "its digital infrastructure does not carry one",
  UNKNOWN: "its digital infrastructure is not known",
};

/** Why an advanced service fits a customer or does not: readiness and infrastructure, then the data that it needs. */
export function whyFit(fit: Fit): string {
  const { segment, isAgreed, conditions, willingness } = fit;
  const isAgainst =
    ["POSITIVE", "NEUTRAL"].includes(segment.readiness) !== ["HIGH", "MEDIUM"].includes(segment.infrastructure);
  const first = `${readyWords[segment.readiness]}, ${isAgainst ? "but" : "and"} ${infrastructureWords[segment.infrastructure]}.`;
  const refused = conditionNames.filter((name) => conditions[name] === false);
  const open = conditionNames.filter((name) => conditions[name] === null);
  const data = !isAgreed
    ? "Nothing is agreed on its data."
    : refused.length + open.length === 0
      ? "All four conditions for its data are met."
      : [
          `Of the four conditions for its data ${met(fit) === 0 ? "none is" : `${count(met(fit), "is", "are")}`} met`,
          refused.length > 0 && `${listed.format(refused)} ${refused.length === 1 ? "is" : "are"} not`,
          open.length > 0 && `${listed.format(open)} ${open.length === 1 ? "is" : "are"} not known`,
        ]
          .filter(Boolean)
          .join("; ")
          .concat(".");
  const willing =
    willingness === null
      ? ""
      : willingness >= 4
        ? " It is willing to share them."
        : willingness <= 2
          ? " It is hardly willing to share them."
          : "";
  return `${first} ${data}${willing}`;
}
