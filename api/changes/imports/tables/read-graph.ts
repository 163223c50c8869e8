import { SaxesParser } from "saxes";
import { lineAndColumn, UnreadableFile, unreadable } from "../issue.ts";
import { checkSize, checkText } from "../limits.ts";
import { decodeText } from "./decode-text.ts";

/** What a reader of a format of graphs hears of its file. */
interface GraphReader {
  open(name: string, attributes: Readonly<Record<string, string>>, path: readonly string[]): void;
  text?(text: string, path: readonly string[]): void;
  close(name: string): void;
}

const maxDepth = 100;

/**
 * Reads XML, piece by piece. Entities of a document type are never expanded and nothing is fetched: a reference to one is
 * refused like any other mistake, with its place. Names are those without their prefix.
 */
export function readGraphXml(bytes: Uint8Array, reader: GraphReader): void {
  checkSize(bytes.length);
  const { text } = decodeText(bytes);
  checkText(text);
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  const path: string[] = [];
  parser.on("error", (error) => {
    const place = `line ${parser.line}, column ${parser.column + 1}`;
    throw new UnreadableFile([{ path: place, message: `The XML is not valid here: ${reasonOf(error.message)}.` }]);
  });
  parser.on("opentag", (tag) => {
    const name = localName(tag.name);
    path.push(name);
    if (path.length > maxDepth)
      throw unreadable(`line ${parser.line}`, `The XML is nested deeper than ${maxDepth} levels.`);
    reader.open(name, tag.attributes, path);
  });
  parser.on("text", (value) => reader.text?.(value, path));
  parser.on("cdata", (value) => reader.text?.(value, path));
  parser.on("closetag", (tag) => {
    reader.close(localName(tag.name));
    path.pop();
  });
  parser.write(text).close();
}

const localName = (name: string): string => name.replace(/^.*:/, "");
const reasonOf = (message: string): string => message.replace(/^\d+:\d+:\s*/, "").replace(/\.$/, "");

/** A file of XML that is not of the format that its name says. */
export const otherXml = (what: string) =>
  unreadable(lineAndColumn("", 0), `This is XML, and no ${what}: it has no graph with nodes.`);
