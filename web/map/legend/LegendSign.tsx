import type { Sign } from "./legend-part.ts";

/** Sign of something drawn beside, around or beneath nodes. */
export function LegendSign({ sign }: { sign: Sign }) {
  const drawings = {
    size: (
      <>
        <circle cx="6" cy="8" r="2.5" fill="currentColor" />
        <circle cx="14" cy="8" r="4" fill="currentColor" />
        <circle cx="26" cy="8" r="6.5" fill="currentColor" />
      </>
    ),
    cluster: (
      <>
        <circle cx="17" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2.4" opacity="0.45" />
        <path d="M17 2a6 6 0 0 1 5.2 9" fill="none" stroke="currentColor" strokeWidth="2.4" />
      </>
    ),
    tile: (
      <>
        <rect x="4" y="1" width="26" height="14" rx="2" fill="none" stroke="currentColor" opacity="0.5" />
        <circle cx="11" cy="9" r="2.2" fill="currentColor" />
        <circle cx="18" cy="9" r="2.2" fill="currentColor" />
      </>
    ),
    "cluster-edge": <path d="M0 8h34" stroke="currentColor" strokeWidth="4" opacity="0.3" />,
    lead: (
      <circle cx="17" cy="8" r="5.5" fill="currentColor" fillOpacity="0.3" stroke="currentColor" strokeWidth="2.6" />
    ),
    inferred: (
      <circle
        cx="17"
        cy="8"
        r="5.5"
        fill="currentColor"
        fillOpacity="0.3"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeDasharray="3 2"
      />
    ),
    tagged: (
      <circle cx="17" cy="8" r="5.5" fill="currentColor" fillOpacity="0.3" stroke="currentColor" strokeWidth="1.6" />
    ),
    "year-before": (
      <>
        <path d="M27 5.500L7 8l20 2.500z" fill="currentColor" opacity="0.3" />
        <circle cx="6" cy="8" r="1.8" fill="none" stroke="currentColor" strokeWidth="1" opacity="0.6" />
        <circle cx="27" cy="8" r="4.5" fill="currentColor" />
      </>
    ),
    contour: <path d="M2 4C14 4 22 7 32 13" fill="none" stroke="currentColor" strokeWidth="1.3" />,
    faded: (
      <>
        <circle cx="9" cy="8" r="5" fill="currentColor" />
        <circle cx="25" cy="8" r="5" fill="currentColor" opacity="0.4" />
      </>
    ),
    whisker: <path d="M3 8h28M3 4.500v7M31 4.500v7" stroke="currentColor" strokeWidth="1.6" />,
    leader: (
      <>
        <path d="M8 12L24 5" stroke="currentColor" strokeWidth="1" />
        <circle cx="8" cy="12" r="1.8" fill="currentColor" />
        <circle cx="26" cy="5" r="4" fill="currentColor" opacity="0.6" />
      </>
    ),
    halo: (
      <>
        <circle cx="17" cy="8" r="7.5" fill="currentColor" opacity="0.2" />
        <circle cx="17" cy="8" r="4.5" fill="currentColor" />
      </>
    ),
    entered: (
      <>
        <circle cx="15" cy="9" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
        <circle cx="22" cy="4.5" r="4" fill="currentColor" />
        <path d="M20 4.500h4M22 2.500v4" stroke="var(--eco-surface)" strokeWidth="1.3" />
      </>
    ),
    left: (
      <>
        <circle cx="15" cy="9" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.2 2.2" />
        <circle cx="22" cy="4.5" r="4" fill="var(--eco-surface)" stroke="currentColor" />
        <path d="M20 4.500h4" stroke="currentColor" strokeWidth="1.3" />
      </>
    ),
    ghost: (
      <circle
        cx="17"
        cy="8"
        r="6"
        fill="currentColor"
        fillOpacity="0.14"
        stroke="var(--eco-muted)"
        strokeWidth="1.3"
        strokeDasharray="2.4 2"
      />
    ),
    tail: (
      <>
        <path d="M27 4.500L6 8l21 3.500z" fill="currentColor" opacity="0.42" />
        <circle cx="6" cy="8" r="2.4" fill="none" stroke="currentColor" strokeWidth="1.2" />
        <circle cx="27" cy="8" r="4.5" fill="currentColor" />
      </>
    ),
    "boundary-changed": (
      <>
        <rect x="2" y="1.5" width="30" height="13" rx="3" fill="none" stroke="var(--eco-mark)" strokeWidth="1.8" />
        <path d="M25 1.500h7v7z" fill="var(--eco-mark)" />
      </>
    ),
    "edge-entered": <path d="M0 8h34" stroke="currentColor" strokeWidth="1.6" />,
    "edge-left": <path d="M0 8h34" stroke="var(--eco-mark)" strokeWidth="1.6" strokeDasharray="2 5" />,
  };
  return (
    <svg width="34" height="16" viewBox="0 0 34 16" aria-hidden="true">
      {drawings[sign]}
    </svg>
  );
}
