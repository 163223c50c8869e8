/** Code of a key that an input method has taken. */
const takenKey = 229;

/** Whether a key belongs to an input method (Japanese, Chinese): it confirms or drops a composition. */
export function isComposing(event: KeyboardEvent | { nativeEvent: KeyboardEvent }): boolean {
  const { isComposing, keyCode } = "nativeEvent" in event ? event.nativeEvent : event;
  // Safari ends the composition before it tells of the key that ended it: only the code says whose key it was.
  return isComposing || keyCode === takenKey;
}
