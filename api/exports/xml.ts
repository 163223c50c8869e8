/** Characters that XML forbids, such as a backspace in a name: with one, no program opens the file. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** A text within an element or an attribute; line ends are escaped, since a reader would make blanks of them. */
export const xmlText = (text: string): string =>
  text.replace(forbidden, "").replace(/[&<>"\t\n\r]/g, (sign) => escapes[sign]!);

/** Attributes of an element; those without a value are left out. */
const attributesText = (attributes: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join("");

/** An element; its content is XML, made by this function or by xmlText. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly string[] = [],
): string {
  const start = `<${name}${attributesText(attributes)}`;
  return content.length === 0 ? `${start}/>` : `${start}>${content.join("")}</${name}>`;
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
