import { count } from "../../shared/format.ts";
import { conditionNames, type Fit } from "./conditions.ts";
import type { CustomerSegment } from "./customers.graphql.ts";

// Fit for an advanced service: an order by plain rules, not a score. Customers are sorted by the level of fit, then by
// readiness, infrastructure, the number of data-sharing conditions met, and willingness. Unknown values come after values
// that are known to be low.

const readiness = ["POSITIVE", "NEUTRAL", "NEGLIGENT", "UNKNOWN"] as const;
const infrastructure = ["HIGH", "MEDIUM", "LOW", "UNKNOWN"] as const;

const met = ({ conditions }: Fit) => conditionNames.filter((name) => conditions[name] === true).length;

/** Customers sorted by fit, the best first; equal ones by name. */
export const byFit = (fits: readonly Fit[]): Fit[] =>
  [...fits].sort(
    (a, b) =>
      levels.indexOf(fitLevel(a.segment)) - levels.indexOf(fitLevel(b.segment)) ||
      readiness.indexOf(a.segment.readiness) - readiness.indexOf(b.segment.readiness) ||
      infrastructure.indexOf(a.segment.infrastructure) - infrastructure.indexOf(b.segment.infrastructure) ||
      met(b) - met(a) ||
      (b.willingness ?? 0) - (a.willingness ?? 0) ||
      a.customer.name.localeCompare(b.customer.name, "en"),
  );

const levels = ["Good fit", "Possible fit", "Not yet", "Unknown"] as const;
type FitLevel = (typeof levels)[number];

/** Level of fit, from readiness and infrastructure alone, as in the grid. */
export function fitLevel({ readiness, infrastructure }: CustomerSegment): FitLevel {
  if (readiness === "NEGLIGENT" || infrastructure === "LOW") return "Not yet";
  if (readiness === "UNKNOWN" || infrastructure === "UNKNOWN") return "Unknown";
  return readiness === "POSITIVE" && infrastructure === "HIGH" ? "Good fit" : "Possible fit";
}

const listed = new Intl.ListFormat("en-GB");
const readyWords: Record<CustomerSegment["readiness"], string> = {
  POSITIVE: "The customer is ready for service",
  NEUTRAL: "The customer is partly ready for service",
  NEGLIGENT: "The customer is not ready for service",
  UNKNOWN: "Readiness for service is unknown",
};
const infrastructureWords: Record<CustomerSegment["infrastructure"], string> = {
  HIGH: "its digital infrastructure is sufficient",
  MEDIUM: "its digital infrastructure is partly sufficient",
  LOW: "its digital infrastructure is not sufficient",
  UNKNOWN: "its digital infrastructure is unknown",
};

/** Reason for the level of fit, in sentences: readiness and infrastructure, then the data that a service needs. */
export function whyFit(fit: Fit): string {
  const { segment, isAgreed, conditions, willingness } = fit;
  const isAgainst =
    ["POSITIVE", "NEUTRAL"].includes(segment.readiness) !== ["HIGH", "MEDIUM"].includes(segment.infrastructure);
  const first = `${readyWords[segment.readiness]}, ${isAgainst ? "but" : "and"} ${infrastructureWords[segment.infrastructure]}.`;
  const refused = conditionNames.filter((name) => conditions[name] === false);
  const open = conditionNames.filter((name) => conditions[name] === null);
  const data = !isAgreed
    ? "No data-sharing agreement is in force."
    : refused.length + open.length === 0
      ? "All four data-sharing conditions are met."
      : [
          `Of the four data-sharing conditions, ${met(fit) === 0 ? "none is" : `${count(met(fit), "is", "are")}`} met`,
          refused.length > 0 && `${listed.format(refused)} ${refused.length === 1 ? "is" : "are"} not`,
          open.length > 0 && `${listed.format(open)} ${open.length === 1 ? "is" : "are"} unknown`,
        ]
          .filter(Boolean)
          .join("; ")
          .concat(".");
  const willing =
    willingness === null
      ? ""
      : willingness >= 4
        ? " The customer is willing to share data."
        : willingness <= 2
          ? " The customer is reluctant to share data."
          : "";
  return `${first} ${data}${willing}`;
}
