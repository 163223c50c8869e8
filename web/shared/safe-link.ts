/** Safe link target: http and https only, since facts come from files that anybody may have written. */
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
