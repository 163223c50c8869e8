import type { ReactNode } from "react";
import type { Voice } from "../../graphql/schema-types.ts";

/** Sample of a voice, as on the nodes. */
export function LegendVoice({ voice }: { voice: Voice }) {
  const rim = { fill: "none", stroke: "currentColor", strokeWidth: 1.7 };
  const parts: Record<Voice, ReactNode> = {
    SELF_REPORTED: <circle cx="17" cy="8" r="5.5" fill="currentColor" />,
    CONFIRMED: (
      <>
        <circle cx="17" cy="8" r="4.3" fill="currentColor" />
        <circle cx="17" cy="8" r="6.8" {...rim} strokeWidth={1.2} />
      </>
    ),
    DISPUTED: (
      <>
        <circle cx="17" cy="8" r="5.5" {...rim} />
        <path d="M17 2.500a5.5 5.5 0 0 0 0 11z" fill="currentColor" />
      </>
    ),
    BY_OTHERS: <circle cx="17" cy="8" r="5.5" {...rim} />,
    ASSESSED: (
      <>
        <circle cx="17" cy="8" r="5.5" {...rim} />
        <circle cx="17" cy="8" r="2.6" fill="currentColor" />
      </>
    ),
  };
  return (
    <svg width="34" height="16" viewBox="0 0 34 16" aria-hidden="true">
      {parts[voice]}
    </svg>
  );
}
