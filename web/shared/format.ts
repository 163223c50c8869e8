const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Date for the screen: "2026-03-12" becomes "12 Mar 2026". Not a Date object, which would shift it between time zones. */
export function formatDate(day: string | null | undefined): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? "");
  if (!parts) return "–";
  const month = months[Number(parts[2]) - 1];
  return month ? `${Number(parts[3])} ${month} ${parts[1]}` : "–";
}

/** Number of a month by its name or the first three letters of it, in whatever case; 0 where there is none. */
export const monthOf = (name: string): number =>
  months.findIndex((month) => month.toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;

/** Today in UTC as YYYY-MM-DD: the default date of every measure (docs/model.md, section 1). */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** What today is called: with its time zone while the reader's own date is another one, as in Tokyo before nine. */
export function todayWord(): string {
  const now = new Date();
  return now.getDate() === now.getUTCDate() ? "today" : "today (UTC)";
}

/** Whether the text is an existing date as YYYY-MM-DD. */
export function isDay(text: unknown): text is string {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * Moment for the screen, in the reader's time zone: "12 Mar 2026, 09:05". The first ten characters of a timestamp are the
 * day in UTC, which may be another one.
 * @param at a timestamp (RFC 3339)
 */
export const formatMoment = (at: string): string => `${formatDayOf(at)}, ${clock(Date.parse(at))}`;

/** Day of a timestamp in the reader's time zone: "12 Mar 2026". */
export function formatDayOf(at: string): string {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return "–";
  return `${moment.getDate()} ${months[moment.getMonth()]} ${moment.getFullYear()}`;
}

/** Moment (RFC 3339) at which a day begins in the reader's time zone, or one of the days after it. */
export function startOfDay(day: string, later = 0): string {
  const moment = new Date(`${day}T00:00:00`);
  moment.setDate(moment.getDate() + later);
  return moment.toISOString();
}

/** The reader's time zone, with its offset now: "Asia/Tokyo (GMT+9)". */
export function timeZone(): string {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZoneName: "shortOffset" }).formatToParts(new Date());
  const offset = parts.find(({ type }) => type === "timeZoneName")?.value;
  return `${Intl.DateTimeFormat().resolvedOptions().timeZone} (${offset})`;
}

/** Local time of a timestamp (milliseconds since 1970): "09:05". */
export const clock = (millis: number): string =>
  new Date(millis).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** The same to the second: "09:05:30". */
export const clockWithSeconds = (millis: number): string => new Date(millis).toLocaleTimeString("en-GB");

/** Share 0..1 as whole points 0–100; unknown is a dash, never 0. */
export const points = (share: number | null | undefined): string =>
  share === null || share === undefined ? "–" : String(wholePoints(share));

/** As the API rounds them, by which it says levels: half up, within 1e-9, so that 0.145 is 15 points. */
const wholePoints = (share: number): number => Math.floor(share * 100 + 0.5 + 1e-9);

/** Part of a score in points with one decimal: small ones matter. */
export const fine = (part: number): string => (part * 100).toFixed(1);

/** "41–83"; one number where both ends are shown alike. */
export function range(low: number, high: number, format: (share: number) => string = points): string {
  const [from, to] = [format(low), format(high)];
  return from === to ? from : `${from}–${to}`;
}

/** "A", "A and B", "A, B and C". */
const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });
export const listed = (names: readonly string[]): string => conjunction.format(names);

/**
 * Share 0..1 in percent with a non-breaking space: "80 %"; unknown is a dash, and a share above 0 is never 0 %.
 * @param digits maximum decimals
 */
export function percent(share: number | null | undefined, digits = 0): string {
  if (share === null || share === undefined) return "–";
  if (digits === 0 && share > 0 && share < 0.005) return "under 1\u00a0%";
  return `${Number((share * 100).toFixed(digits))}\u00a0%`;
}

/** Signed difference of two shares in points: +3.2. */
export function delta(share: number): string {
  const value = Math.round(share * 1000) / 10;
  return `${value > 0 ? "+" : value < 0 ? "−" : "±"}${Math.abs(value).toFixed(1)}`;
}

/** The text with a capital letter at its beginning. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "1 actor", "2 actors", "1,200 actors". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;
