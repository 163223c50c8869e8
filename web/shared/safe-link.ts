/** The address when it may be opened by a click: http and https only. Facts come from files that anybody may have written. */
export function safeHref(address: string | null | undefined): string | null {
  if (!address) return null;
  try {
    const url = new URL(address);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch (notAnAddress) {
    if (notAnAddress instanceof TypeError) return null;
    throw notAnAddress;
  }
}
