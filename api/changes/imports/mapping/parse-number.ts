/**
 * A number as people write it: thousands separated by blanks, apostrophes, points or commas, a decimal point or comma, a
 * currency or percent sign, thousands and millions as k and m, a loss in parentheses. Null for other texts.
 * @param decimal the sign before decimals, where the column says it; else as the text alone is read
 */
export function parseNumber(text: string, decimal?: "." | ","): number | null {
  const match =
    /^(\(?[+\-\u2212]?)\s*(?:[A-Z]{3}|[€$£¥])?\s*([\d.,'’\s\u00a0\u202f]*\d[.,]?)\s*(k|m|mn|mio\.?|bn)?\s*(?:[A-Z]{3}|[€$£¥%]|t|pcs|%)?\s*\)?$/i.exec(
      text.trim(),
    );
  if (!match) return null;
  const [, sign, written, factor] = match;
  const plain = written!.replace(/['’\s\u00a0\u202f]/g, "");
  const point = decimal ?? decimalSign(plain);
  const group = point === "," ? "." : ",";
  const whole = plain.replaceAll(group, "").replace(point, ".");
  if (!/^\d*\.?\d*$/.test(whole) || !/\d/.test(whole)) return null;
  const factors: Record<string, number> = { k: 1e3, m: 1e6, mn: 1e6, mio: 1e6, "mio.": 1e6, bn: 1e9 };
  const size = Number(whole) * (factors[(factor ?? "").toLowerCase()] ?? 1);
  const isLoss = /^[-\u2212]/.test(sign!) || (sign === "(" && text.trim().endsWith(")"));
  return isLoss ? -size : size;
}

/** Whether a number may be thousands or have three decimals: 1.250. A comma so is taken for one of thousands. */
export const isAmbiguousNumber = (text: string): boolean => {
  const plain = text.replace(/[^\d.,]/g, "");
  return /^[1-9]\d{0,2}\.\d{3}$/.test(plain);
};

/** The decimal sign that a number itself shows; a point when it could be either. */
function decimalSign(plain: string): "." | "," {
  const [comma, point] = [plain.lastIndexOf(","), plain.lastIndexOf(".")];
  if (comma >= 0 && point >= 0) return comma > point ? "," : ".";
  if (comma < 0) return plain.indexOf(".") !== point ? "," : ".";
  const isGrouped = plain.indexOf(",") !== comma || (/^\d{1,3},\d{3}$/.test(plain) && !plain.startsWith("0"));
  return isGrouped ? "." : ",";
}

/**
 * The decimal sign of a column: the one that some of its numbers show beyond doubt; of 1.250 else that of the file's
 * format. Beside it a 980 shows that points stand between thousands, since decimals would have been written of it too;
 * unless a 1400 stands there as well.
 */
export function decimalOf(texts: readonly string[], ofFormat?: "."): "." | "," | undefined {
  const votes = { ".": 0, ",": 0 };
  let [ambiguous, small, large] = [0, 0, 0];
  for (const text of texts) {
    if (isAmbiguousNumber(text)) ambiguous++;
    else if (/^\d{2,3}$/.test(text)) small++;
    else if (/^\d{4,}$/.test(text)) large++;
    const plain = text.replace(/[^\d.,]/g, "");
    const [comma, point] = [plain.lastIndexOf(","), plain.lastIndexOf(".")];
    if (comma >= 0 && point >= 0) votes[comma > point ? "," : "."]++;
    else if (comma >= 0 && !/^[1-9]\d{0,2}(,\d{3})+$/.test(plain)) votes[","]++;
    else if (point >= 0 && !/^[1-9]\d{0,2}(\.\d{3})+$/.test(plain)) votes["."]++;
    else if (/^\d{1,3}(\.\d{3}){2,}$/.test(plain)) votes[","]++;
    else if (/^\d{1,3}(,\d{3}){2,}$/.test(plain)) votes["."]++;
  }
  if (votes["."] !== votes[","]) return votes["."] > votes[","] ? "." : ",";
  if (ambiguous === 0) return undefined;
  return ofFormat ?? (small > 0 && large === 0 ? "," : undefined);
}
