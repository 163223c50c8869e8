import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Pair,
  type ParsedNode,
  parseAllDocuments,
  Scalar,
} from "yaml";
import { type ImportIssue, lineAndColumn, UnreadableFile, unreadable } from "../issue.ts";
import { inWords, isRefusedTag } from "./yaml-errors.ts";

/** A value of a YAML file as it is written: scalars are text whatever they look like, each with its place. */
export type YamlNode = Place &
  (
    | { type: "text"; value: string }
    | { type: "null" }
    | { type: "list"; items: YamlNode[] }
    | { type: "map"; fields: ReadonlyMap<string, YamlNode> }
  );
interface Place {
  at: string;
  /** The place is that of an alias for the value, which stands elsewhere. */
  isAlias?: boolean;
}

const maxDepth = 64;
const maxIssues = 100;
/** Aliases may make a file this many times as large. */
const maxGrowth = 10;
const isNull = /^(~|null|Null|NULL)?$/;

/**
 * Parses YAML to plain values with aliases and merge keys resolved; several documents are several values.
 * @throws UnreadableFile with every place that is not YAML, has a tag or a field twice; with the first one that is
 * nested too deeply, or at which aliases make the file more than ten times as large
 */
export function readYaml(written: string): YamlNode[] {
  // Line ends of old Macs: YAML has taken them for blanks since its version 1.2.
  const content = written.replace(/\r(?!\n)/g, "\n");
  checkDepth(content);
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `line ${line}, column ${col}`;
  };
  // The failsafe schema knows text only: 1648 and 3.10 stay as they are written. The parser's own check of unique keys
  // takes quadratic time.
  const parsed = parseAllDocuments(content, {
    schema: "failsafe",
    uniqueKeys: false,
    lineCounter: lines,
    prettyErrors: false,
  });
  const documents = Array.isArray(parsed) ? parsed : [];
  const issues: ImportIssue[] = [];
  for (const { errors, warnings } of documents) {
    for (const error of errors) {
      if (/call stack/i.test(error.message)) throw tooDeep(at(error.pos[0])); // the parser recurses
      issues.push({ path: at(error.pos[0]), message: `The file is not valid YAML: ${inWords(error)}` });
    }
    for (const warning of warnings)
      if (isRefusedTag(warning))
        issues.push({ path: at(warning.pos[0]), message: `${warning.message}: write a plain value without a tag.` });
  }
  if (issues.length > 0) throw new UnreadableFile(issues.slice(0, maxIssues));
  const found: YamlNode[] = [];
  const size = { limit: maxGrowth * content.length, used: 0 };
  for (const { contents } of documents)
    if (contents) found.push(new Converter(at, issues, size).convert(contents as ParsedNode, 0));
  if (issues.length > 0) throw new UnreadableFile(issues.slice(0, maxIssues));
  return found.filter((node) => node.type !== "null");
}

/** Marks that the lexer inserts between tokens and that are not in the text; the last one precedes each scalar. */
const marks = ["\u{FEFF}", "\u0002", "\u0018", "\u001f"];

/** Refuses brackets nested deeply by the lexer's tokens, since the parser recurses. */
function checkDepth(content: string): void {
  let depth = 0;
  let offset = 0;
  let before = "";
  for (const token of new Lexer().lex(content)) {
    if (before !== "\u001f") {
      if (token === "[" || token === "{") depth++;
      else if (token === "]" || token === "}") depth = Math.max(0, depth - 1);
      if (depth > maxDepth) throw tooDeep(lineAndColumn(content, offset));
    }
    if (!marks.includes(token)) offset += token.length;
    before = token;
  }
}

const tooDeep = (path: string) =>
  unreadable(path, `The file is nested deeper than ${maxDepth} levels, so it is not a landscape.`);

/** Converts one document's nodes; aliases share the converted value, whose size counts each time. */
class Converter {
  private readonly anchors = new Map<string, { node: YamlNode; size: number } | "open">();

  constructor(
    private readonly at: (offset: number) => string,
    private readonly issues: ImportIssue[],
    private readonly size: { readonly limit: number; used: number },
  ) {}

  convert(node: ParsedNode | null, depth: number): YamlNode {
    const at = this.at(node?.range[0] ?? 0);
    if (depth > maxDepth) throw tooDeep(at);
    if (node === null) return { type: "null", at };
    if (isAlias(node)) return this.resolve(node.source, at);
    const { anchor } = node;
    const before = this.size.used;
    if (anchor) this.anchors.set(anchor, "open");
    const value = this.plain(node, at, depth);
    if (anchor) this.anchors.set(anchor, { node: value, size: this.size.used - before });
    return value;
  }

  private plain(node: Exclude<ParsedNode, { source: string; resolve: unknown }>, at: string, depth: number): YamlNode {
    if (isScalar(node)) {
      const value = String(node.value ?? "");
      this.take(value.length + 1, at);
      if (node.type === Scalar.PLAIN && isNull.test(value)) return { type: "null", at };
      if (value.includes("\0") || !value.isWellFormed())
        this.issues.push({
          path: at,
          message: "This text contains a NUL or half a character (a lone surrogate): remove it.",
        });
      return { type: "text", value, at };
    }
    this.take(1, at);
    if (isSeq(node))
      return { type: "list", items: node.items.map((item) => this.convert(item as ParsedNode, depth + 1)), at };
    if (isMap(node))
      return { type: "map", fields: this.fieldsOf(node.items as Pair<ParsedNode, ParsedNode | null>[], depth), at };
    throw unreadable(at, "This is no value that a landscape may have.");
  }

  private fieldsOf(pairs: Pair<ParsedNode, ParsedNode | null>[], depth: number): Map<string, YamlNode> {
    const fields = new Map<string, YamlNode>();
    const merged: YamlNode[] = [];
    for (const { key, value } of pairs) {
      const at = this.at(key.range[0]);
      if (!isScalar(key)) {
        this.issues.push({
          path: at,
          message: "A field's name must be plain text: write it without brackets or an alias.",
        });
        continue;
      }
      const name = String(key.value ?? "");
      this.take(name.length + 1, at);
      // A value that is left empty has no place of its own.
      const converted: YamlNode = value ? this.convert(value, depth + 1) : { type: "null", at };
      if (name === "<<" && key.type === Scalar.PLAIN) merged.push(converted);
      else if (fields.has(name))
        this.issues.push({
          path: at,
          message: `The field ${JSON.stringify(name.slice(0, 80))} appears twice here; names must be unique: keep one.`,
        });
      else fields.set(name, converted.type === "null" ? { type: "null", at } : converted);
    }
    for (const from of merged.flatMap((node) => (node.type === "list" ? node.items : [node]))) {
      if (from.type !== "map") {
        this.issues.push({ path: from.at, message: "A merge key (<<) must name an object with fields." });
        continue;
      }
      for (const [name, value] of from.fields) {
        this.take(1, from.at);
        // A field of the object itself comes before one that it merges, an earlier one before a later.
        if (!fields.has(name)) fields.set(name, value);
      }
    }
    return fields;
  }

  private resolve(name: string, at: string): YamlNode {
    const known = this.anchors.get(name);
    if (known === undefined || known === "open") {
      const why = known ? "stands inside of the value that it names" : "names nothing that stands before it";
      this.issues.push({ path: at, message: `The alias *${name.slice(0, 80)} ${why}: write the value itself.` });
      return { type: "null", at };
    }
    this.take(known.size, at);
    return { ...known.node, at, isAlias: true };
  }

  private take(size: number, at: string): void {
    this.size.used += size;
    if (this.size.used > this.size.limit)
      throw unreadable(
        at,
        `Aliases make the file more than ${maxGrowth} times as large as it is written: replace some with the value that they stand for.`,
      );
  }
}
