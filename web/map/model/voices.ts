import type { Voice } from "../../graphql/schema-types.ts";

/** As the legend says it, in its order. */
export const voiceWords: Record<Voice, string> = {
  SELF_REPORTED: "Self-reported",
  CONFIRMED: "Confirmed by others",
  DISPUTED: "Disputed by others",
  BY_OTHERS: "Reported by others only",
  ASSESSED: "Our assessment only",
};
