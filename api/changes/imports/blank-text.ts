/** Whether a text has nothing to see: blanks, signs such as a zero-width space, letters that are left empty (Hangul, Braille). */
export const isBlankText = (text: string): boolean =>
  !beginsVisibly(text) && /^[\s\p{Cf}\u115f\u1160\u2800\u3164\uffa0]*$/u.test(text);

/** Most texts begin with a letter or digit: each cell of a table is asked, several times. */
function beginsVisibly(text: string): boolean {
  const code = text.charCodeAt(0);
  return code > 0x20 && code < 0x7f;
}
