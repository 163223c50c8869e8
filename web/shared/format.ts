const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day as people write it: "2026-03-12" becomes "12 Mar 2026". Not a Date object: those shift days between time zones. */
export function formatDate(day: string | null | undefined): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? "");
  if (!parts) return "–";
  const month = months[Number(parts[2]) - 1];
  return month ? `${Number(parts[3])} ${month} ${parts[1]}` : "–";
}

/** Today in UTC as YYYY-MM-DD: the default date of every measure (model.md section 1). */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** True for a day that exists, written YYYY-MM-DD. */
export function isDay(text: unknown): text is string {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The reader's clock at a moment (milliseconds since 1970): "09:05". */
export const clock = (millis: number): string =>
  new Date(millis).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** The same to the second: "09:05:30". */
export const clockWithSeconds = (millis: number): string => new Date(millis).toLocaleTimeString("en-GB");

/** A share 0..1 as whole points 0–100; unknown is a dash, never 0. */
export const points = (share: number | null | undefined): string =>
  share === null || share === undefined ? "–" : String(Math.round(share * 100));

/** A share 0..1 in percent, the sign on the number's own line: "80 %"; unknown is a dash. @param digits behind the point, at the most */
export const percent = (share: number | null | undefined, digits = 0): string =>
  share === null || share === undefined ? "–" : `${Number((share * 100).toFixed(digits))}\u00a0%`;

/** A difference of two shares in points, with its sign: +3.2. */
export function delta(share: number): string {
  const value = Math.round(share * 1000) / 10;
  return `${value > 0 ? "+" : value < 0 ? "−" : "±"}${Math.abs(value).toFixed(1)}`;
}

/** "1 actor", "2 actors", "1,200 actors". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;
