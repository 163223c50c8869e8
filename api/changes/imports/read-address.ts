/** What a text says as a web address: the address as a browser reads it, or why it is none. */
type AddressReading = { href: string } | { problem: string };

const maxLength = 2_000;

/** Reads a web address as a browser does: blanks around it, capitals of the host, umlauts and the like are no mistake. */
export function readAddress(written: string): AddressReading {
  const text = written.trim();
  if (text === "") return { problem: "it is empty" };
  if (/[\s;]https?:\/\//i.test(text)) return { problem: "two addresses stand in it: keep one" };
  const url = parsed(text);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1];
  if (!url) {
    if (scheme !== undefined && /^https?$/i.test(scheme)) return { problem: problemOfHost(text) };
    if (/https?:\/\//i.test(text)) return { problem: "other characters stand before its http:// or https://" };
    return { problem: withoutScheme(text) };
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    // "example.org:8080/x" parses as one with the scheme "example.org:".
    if (scheme?.includes(".")) return { problem: withoutScheme(text) };
    return { problem: `it begins with ${url.protocol.slice(0, 40)} and only http: and https: are allowed` };
  }
  if (/^https?:\/+https?:/i.test(text)) return { problem: "http:// or https:// stands in it twice" };
  if (!/^https?:\/\//i.test(text)) return { problem: `the two slashes after ${url.protocol} are missing` };
  if (url.href.length > maxLength) return { problem: `it has more than ${maxLength.toLocaleString("en")} characters` };
  return { href: url.href };
}

/** What is wrong between the slashes and the path. */
function problemOfHost(text: string): string {
  const host = /^https?:[/\\]*([^/\\?#]*)/i.exec(text)![1]!;
  if (host === "") return "it has no host";
  const [, name, port] = /^(.+):([^:\]]*)$/.exec(host) ?? [];
  const isPort = port === undefined || (/^\d*$/.test(port) && Number(port) <= 65_535);
  return isPort || !URL.canParse(`https://${name}`)
    ? "its host is not a valid name"
    : "its port is no number up to 65,535";
}

/** Most texts are addresses: asking first whether one is reads it twice. */
function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** That the scheme is missing, with the whole address where the text becomes one: words and numbers do not. */
function withoutScheme(text: string): string {
  if (/^[^\s@:/]+@[^\s@:/]+$/.test(text)) return "it is an e-mail address";
  const whole = `https://${text.replace(/^\/\//, "")}`;
  const isHost = /^https:\/\/[^\s/]+\.\p{L}{2,}/u.test(whole) && URL.canParse(whole);
  return isHost ? `it has no scheme: write ${whole.slice(0, 88)}` : "it has no scheme";
}
