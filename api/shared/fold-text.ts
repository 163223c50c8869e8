/** Accents: combining marks that a reader may leave out. Vowel signs of Indic and Thai scripts are letters and stay. */
const accents =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: the marks themselves are what is meant.
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
/** Characters that are not seen: soft hyphen, joiners, direction marks; and the Arabic tatweel, which only stretches. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: as above.
const invisible = /[\p{Cf}\p{Cc}\u0640\ufe00-\ufe0f]/gu;

/** Letters that Unicode does not decompose, as they are typed without their stroke or ligature. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ŋ: "n",
  ĸ: "k",
  ƒ: "f",
  ς: "σ",
  "\u2018": "'",
  "\u2019": "'",
  "\u02bb": "'",
  "\u02bc": "'",
  "`": "'",
  "´": "'",
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "-",
  "\u2013": "-",
  "\u2014": "-",
  "\u2212": "-",
};
const lettersToReplace = new RegExp(`[${Object.keys(plainLetters).join("")}]`, "g");

/**
 * Folded form of a text, in which searches compare: lower case, without accents, in compatibility form (full-width
 * letters are letters, ligatures their parts), with single blanks. Pure; a folded text folds to itself.
 */
export function foldText(text: string): string {
  const plain = isPlain(text) ? text.toLowerCase() : foldUnicode(text);
  return plain.replace(/\s+/g, " ").trim();
}

/** ASCII needs none of the tables, which are ten times slower; but for the accent that stands alone. */
const isPlain = (text: string): boolean => /^[\x20-\x5f\x61-\x7e]*$/.test(text);

const foldUnicode = (text: string): string =>
  text
    .replace(/\s/g, " ")
    .replace(lettersToReplace, (letter) => plainLetters[letter]!)
    .normalize("NFKD")
    .toLowerCase()
    .replace(accents, "")
    .replace(invisible, "")
    .replace(lettersToReplace, (letter) => plainLetters[letter]!);

/** Whether a text consists of the letters, digits and signs of ASCII. */
export const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/**
 * Folds texts to words: letters and digits, with single blanks for all between. Pure.
 * @param alsoLetters signs that count as letters, as they stand in a character class
 */
export function wordFolding(alsoLetters: string): (text: string) => string {
  const between = new RegExp(`[^\\p{L}\\p{N}${alsoLetters}]+`, "gu");
  // As in foldText: what is asked of Unicode costs ten times as much.
  const betweenAscii = new RegExp(`[^a-z0-9${alsoLetters}]+`, "g");
  return (text) =>
    isPlain(text) ? text.toLowerCase().replace(betweenAscii, " ").trim() : foldText(text).replace(between, " ").trim();
}
