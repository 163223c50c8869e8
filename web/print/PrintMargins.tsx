/** CSS string of any text: quotation marks, backslashes, line ends and "<" as escapes, so that it ends neither string nor element. */
export const cssString = (text: string): string =>
  `"${text.replace(/["\\<\p{Cc}]/gu, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `)}"`;

/** Margins on paper: what each sheet is about, beside its number (print.css); sheets get apart. */
export function PrintMargins({ title }: { title: string }) {
  return (
    <style media="print">{`@page { @bottom-left { content: ${cssString(title)}; width: 75%; white-space: nowrap; overflow: hidden; font: 8pt "Inter Variable", Inter, sans-serif; color: #5a5f63; } }`}</style>
  );
}
