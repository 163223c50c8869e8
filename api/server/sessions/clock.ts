/**
 * Milliseconds since 1970 by a clock that never runs backwards. When the machine's clock is set back, time goes on from
 * where it was, so that nothing which has ended begins again and nothing lasts longer for it.
 * @param wall the machine's clock, milliseconds since 1970. @param steady one that nobody sets, milliseconds.
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
