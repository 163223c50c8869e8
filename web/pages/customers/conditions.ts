import { inForceStatuses } from "../../shared/in-force-status.ts";
import type { ActorName } from "../../shared/names.graphql.ts";
import type { RecordRow } from "../../shared/records.graphql.ts";
import type { CustomerSegment } from "./customers.graphql.ts";

export const conditionNames = ["security", "ownership", "contract", "benefit"] as const;
export type ConditionName = (typeof conditionNames)[number];

/** Data-sharing terms between a customer and the focal firm. */
interface Terms {
  /** Whether an agreement is in force: without one, no condition is met. */
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

/** Data-sharing terms by customer key, on a day. Takes all records of both kinds, of all dates. */
export function termsOf(
  focal: string,
  { agreements, profiles }: { agreements: readonly RecordRow[]; profiles: readonly RecordRow[] },
  day: string,
): (customer: string) => Terms {
  const inForce = (kind: string, rows: readonly RecordRow[]) => {
    const statuses = inForceStatuses(kind, rows, day);
    return rows.filter(({ id }) => statuses.get(id) === "IN_FORCE");
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
