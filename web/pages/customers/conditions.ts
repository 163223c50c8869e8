import type { ActorName } from "../../shared/names.graphql.ts";
import type { RecordRow } from "../../shared/records.graphql.ts";
import { standings } from "../../shared/standing.ts";
import type { CustomerSegment } from "./customers.graphql.ts";

export const conditionNames = ["security", "ownership", "contract", "benefit"] as const;
export type ConditionName = (typeof conditionNames)[number];

/** What a customer and the focal firm have agreed on sharing data. */
interface Terms {
  /** Whether there is an agreement in force at all: without one, no condition is met. */
  isAgreed: boolean;
  /** true: met; false: not met; null: unknown. */
  conditions: Record<ConditionName, boolean | null>;
  /** Node id of the agreement; null without one. */
  record: string | null;
  /** The customer's willingness to share data, 1 to 5; null: unknown. */
  willingness: number | null;
}

export interface Fit extends Terms {
  customer: ActorName;
  segment: CustomerSegment;
}

const known = (value: unknown): boolean | null => (typeof value === "boolean" ? value : null);

/** What is agreed with each customer on a day, by its key. Records are all of their kind, of all dates. */
export function termsOf(
  focal: string,
  { agreements, profiles }: { agreements: readonly RecordRow[]; profiles: readonly RecordRow[] },
  day: string,
): (customer: string) => Terms {
  const inForce = (kind: string, rows: readonly RecordRow[]) => {
    const standing = standings(kind, rows, day);
    return rows.filter(({ id }) => standing.get(id) === "IN_FORCE");
  };
  const ours = inForce("AGREEMENTS", agreements).filter(({ data }) => data.provider === focal);
  const byCustomer = new Map(ours.map((row) => [row.data.customer, row]));
  const profileOf = new Map(inForce("PROFILES", profiles).map(({ data }) => [data.actor, data]));
  return (customer) => {
    const agreement = byCustomer.get(customer);
    const willingness = profileOf.get(customer)?.dataSharing;
    return {
      isAgreed: agreement !== undefined,
      record: agreement?.id ?? null,
      conditions: Object.fromEntries(
        conditionNames.map((name) => [name, agreement ? known(agreement.data[name]) : null]),
      ) as Terms["conditions"],
      willingness: typeof willingness === "number" ? willingness : null,
    };
  };
}
