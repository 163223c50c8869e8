/**
 * Monotonic clock in milliseconds since 1970. When the system clock is set back, time goes on from where it was, so
 * that nothing that has expired becomes valid again or lasts longer.
 * @param wall the system clock, milliseconds since 1970. @param steady a monotonic clock, milliseconds.
 */
export function forwardClock(
  wall: () => number = () => Date.now(),
  steady: () => number = () => performance.now(),
): () => number {
  let ahead = Number.NEGATIVE_INFINITY;
  return () => {
    ahead = Math.max(ahead, wall() - steady());
    return steady() + ahead;
  };
}
