/** Whether a text has nothing to see: blanks, or signs such as a zero-width space. */
export const isBlankText = (text: string): boolean => !beginsVisibly(text) && /^[\s\p{Cf}]*$/u.test(text);

/** Most texts begin with a letter or digit: each cell of a table is asked, several times. */
function beginsVisibly(text: string): boolean {
  const code = text.charCodeAt(0);
  return code > 0x20 && code < 0x7f;
}
