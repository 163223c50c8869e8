import type { YAMLError } from "yaml";

const words: Partial<Record<YAMLError["code"], string>> = {
  BAD_ALIAS: "an alias (*) must be the name of an anchor (&) without other characters.",
  BAD_COLLECTION_TYPE: "the tag does not fit the value: remove the tag.",
  BAD_DIRECTIVE: "a line that begins with % is a directive, and this one is none: remove it or put the text in quotes.",
  BAD_DQ_ESCAPE: "a backslash in double quotes begins no known escape: double it, or use single quotes.",
  BAD_INDENT: "the indentation does not fit the lines above: line up the fields and list entries of one level.",
  BAD_PROP_ORDER: "an anchor or tag stands in the wrong place: write it directly before its value.",
  BAD_SCALAR_START: "a value cannot begin with this character: put the value in quotes.",
  BLOCK_AS_IMPLICIT_KEY: "a second colon in one line makes it ambiguous: put the value in quotes.",
  BLOCK_IN_FLOW: "inside of brackets, lists with hyphens and indented fields are not possible.",
  KEY_OVER_1024_CHARS: "the name of a field is longer than 1,024 characters; a quote or a colon is probably missing.",
  MISSING_CHAR: "a closing bracket, a quote, a comma or the blank after a colon is missing here.",
  MULTILINE_IMPLICIT_KEY:
    "a line without a colon stands among fields: add the colon, or indent the text of several lines.",
  MULTIPLE_ANCHORS: "a value has two anchors: keep one.",
  MULTIPLE_TAGS: "a value has two tags: remove them.",
  TAB_AS_INDENT: "a tab is used for indentation: use blanks.",
  UNEXPECTED_TOKEN:
    "this character is not expected here: check the indentation and the quotes of this line and the one above.",
};

/** What is wrong with the YAML and what to do, in place of the parser's words. */
export const inWords = ({ code, message }: YAMLError): string => words[code] ?? `${message.replace(/\.?$/, ".")}`;

/** Whether a warning is of a tag other than YAML's own for plain values, which say nothing that text does not. */
export const isRefusedTag = ({ message }: YAMLError): boolean =>
  !/tag:yaml\.org,2002:(int|float|bool|null|timestamp|str)\b/.test(message);
