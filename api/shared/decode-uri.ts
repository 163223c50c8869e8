/** Percent-decoded form of a part of an address; the part as it is where a stray percent sign makes it invalid. */
export function decodeUri(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}
