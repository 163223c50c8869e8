/** Whether a text has nothing to see: blanks, or signs such as a zero-width space. */
export const isBlankText = (text: string): boolean => /^[\s\p{Cf}]*$/u.test(text);
