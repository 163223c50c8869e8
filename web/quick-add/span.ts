/** A part of the line that was typed, with its place. */
export interface Span {
  text: string;
  from: number;
  to: number;
}

export const spanOf = (line: string): Span => trim({ text: line, from: 0, to: line.length });

/** The part of a span between two offsets within it, without blanks and commas around it. */
export const part = ({ text, from }: Span, start: number, end = text.length): Span =>
  trim({ text: text.slice(start, end), from: from + start, to: from + end });

function trim({ text, from }: Span): Span {
  const start = /^[\s,]*/.exec(text)![0].length;
  const kept = text.slice(start).replace(/[\s,]+$/, "");
  return { text: kept, from: from + start, to: from + start + kept.length };
}

/** The text with what stands in quotation marks blanked out, so that no word of the grammar is found there. */
export const withoutQuoted = (text: string): string =>
  text.replace(/"[^"]*"|“[^”]*”/g, (quoted) => "\u0000".repeat(quoted.length));

/** The text of a name, without quotation marks around it. */
export const unquoted = (text: string): string => /^["“](.*)["”]$/.exec(text)?.[1]?.trim() ?? text;

/** A span divided at its commas, but for those in quotation marks. */
export function atCommas(span: Span): Span[] {
  const parts: Span[] = [];
  let start = 0;
  for (const { index } of withoutQuoted(span.text).matchAll(/,|$/g)) {
    parts.push(part(span, start, index));
    start = index + 1;
  }
  return parts.filter(({ text }) => text !== "");
}
