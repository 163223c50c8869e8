import { createHash } from "node:crypto";
import { type Document, isMap, isScalar, Lexer, LineCounter, parseDocument, visit } from "yaml";
import { z } from "zod";
import type { ActorRecord, EcosystemDocument } from "../../../../cypher/model/document.ts";
import { documentIssues, isAddress, isKey, keyForm, maxTextLength } from "../../check/document-issues.ts";
import { type ImportIssue, lineAndColumn, UnreadableFile, unreadable } from "../issue.ts";
import type { Format, ReadFile } from "./format.ts";

// Only the shape is checked here; the document's schema checks the texts (documentIssues).
const item = z.looseObject({
  name: z.string(),
  description: z.string().nullish(),
  homepage_url: z.string().nullish(),
});
const landscape = z.looseObject({
  landscape: z.array(
    z.looseObject({
      name: z.string(),
      subcategories: z.array(z.looseObject({ name: z.string(), items: z.array(item).nullish() })).nullish(),
    }),
  ),
});
const maxBytes = 5_000_000;
const maxDepth = 64;

export const landscape2 = {
  name: "LANDSCAPE2",
  description: "A landscape.yml of landscape2: YAML, a list of categories with subcategories with items.",
  endings: [".yml", ".yaml"],
  read: readLandscape,
} as const satisfies Format;

/**
 * Reads a landscape.yml (landscape2): each item becomes an actor of kind OTHER, labelled with its category and
 * subcategory; an item in several places is one actor with all their labels. A landscape does not describe its
 * ecosystem: a new one is named by its key, and a stored one keeps its name and description. Actors are matched by
 * name.
 */
function readLandscape(content: string, ecosystem?: string): ReadFile {
  if (content.length > maxBytes)
    throw unreadable("", "The file is larger than 5 MB, the limit for a landscape. Split it into several landscapes.");
  if (!ecosystem) throw unreadable("", "A landscape does not name its ecosystem: choose the ecosystem to import into.");
  if (!isKey(ecosystem)) throw unreadable("", `Invalid ecosystem key: ${keyForm}.`);
  const parsed = parseYaml(content);
  if (!isMap(parsed.contents))
    throw unreadable("line 1, column 1", "A landscape must start with `landscape:`, a list of categories.");
  const checked = landscape.safeParse(parsed.toJS({ maxAliasCount: 0 }));
  if (!checked.success) {
    const { path, message } = checked.error.issues[0]!;
    throw unreadable(
      `/${path.join("/")}`,
      `${message}. A landscape is a list of categories, which contain subcategories, which contain items.`,
    );
  }
  return toDocument(checked.data, ecosystem);
}

/** Parses YAML of plain values; refuses aliases, tags, duplicate keys and deep nesting, with the place. */
function parseYaml(content: string): Document.Parsed {
  checkTokens(content);
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `line ${line}, column ${col}`;
  };
  const parsed = parseDocument(content, { uniqueKeys: true, lineCounter: lines, prettyErrors: false });
  const broken = parsed.errors[0];
  if (broken && /call stack/i.test(broken.message)) throw tooDeep(at(broken.pos[0])); // The parser recurses.
  if (broken) throw unreadable(at(broken.pos[0]), `The file is not valid YAML: ${broken.message}`);
  const odd = parsed.warnings[0];
  if (odd) throw unreadable(at(odd.pos[0]), `${odd.message}: write a plain value without a tag.`);
  visit(parsed, {
    Node(_, node, path) {
      const { range } = node;
      if (isScalar(node) && typeof node.value === "string" && (node.value.includes("\0") || !node.value.isWellFormed()))
        throw unreadable(
          at(range?.[0] ?? 0),
          "This text contains a NUL or half a character (a lone surrogate): remove it.",
        );
      if (path.length > 2 * maxDepth) throw tooDeep(at(range?.[0] ?? 0));
    },
  });
  return parsed;
}

/** Markers that the lexer inserts between tokens and that are not in the text; the last one precedes each scalar. */
const marks = ["\u{FEFF}", "\u0002", "\u0018", "\u001f"];

/**
 * Scans the lexer's tokens before parsing, so that the parser never gets what would be expensive: deeply nested
 * brackets, and aliases, which let a small text expand to a huge one.
 */
function checkTokens(content: string): void {
  let depth = 0;
  let offset = 0;
  let before = "";
  for (const token of new Lexer().lex(content)) {
    if (before !== "\u001f") {
      if (token === "[" || token === "{") depth++;
      else if (token === "]" || token === "}") depth = Math.max(0, depth - 1);
      else if (token.startsWith("*"))
        throw unreadable(
          lineAndColumn(content, offset),
          `YAML aliases are not supported: replace ${token.slice(0, 80)} with the value that it stands for.`,
        );
      if (depth > maxDepth) throw tooDeep(lineAndColumn(content, offset));
    }
    if (!marks.includes(token)) offset += token.length;
    before = token;
  }
}

const tooDeep = (path: string) =>
  unreadable(path, `The file is nested deeper than ${maxDepth} levels, so it is not a landscape.`);

function toDocument(data: z.infer<typeof landscape>, ecosystem: string): ReadFile {
  const actors = new Map<string, ActorRecord>();
  const at = new Map<string, number>();
  /** Source position in the file of a path in the document. */
  const places = new Map<string, string>();
  const warnings: ImportIssue[] = [];
  data.landscape.forEach((category, c) => {
    category.subcategories?.forEach((subcategory, s) => {
      const under = `/landscape/${c}/subcategories/${s}`;
      subcategory.items?.forEach((entry, i) => {
        const path = `${under}/items/${i}`;
        if (!actors.has(entry.name)) {
          at.set(entry.name, actors.size);
          places.set(`/actors/${actors.size}`, path);
          actors.set(
            entry.name,
            toActor(entry, (field, message) => warnings.push({ path: `${path}/${field}`, message })),
          );
        }
        const labels = actors.get(entry.name)!.labels!;
        for (const [label, place] of [
          [category.name, `/landscape/${c}/name`],
          [subcategory.name, `${under}/name`],
        ] as const) {
          if (labels.includes(label)) continue;
          places.set(`/actors/${at.get(entry.name)}/labels/${labels.length}`, place);
          labels.push(label);
        }
      });
    });
  });
  if (actors.size === 0) throw unreadable("/landscape", "The landscape has no items.");
  const found = [...actors.values()];
  const document: EcosystemDocument = {
    format: "ecosystem/1",
    ecosystem: { key: ecosystem, name: ecosystem },
    actors: withKeys(found, []),
  };
  const issues = new Map<string, ImportIssue>();
  for (const { path, message } of documentIssues(document)) {
    const place = places.get(path) ?? path.replace(/^\/actors\/\d+/, (actor) => places.get(actor) ?? actor);
    issues.set(`${place} ${message}`, { path: place, message });
  }
  if (issues.size > 0) throw new UnreadableFile([...issues.values()]);
  return {
    document,
    warnings,
    into: (stored) => ({ ...document, ecosystem: stored.ecosystem, actors: withKeys(found, stored.actors ?? []) }),
  };
}

function toActor(entry: z.infer<typeof item>, warn: (field: string, message: string) => void): ActorRecord {
  const address = entry.homepage_url ?? "";
  const isWeb = isAddress(address);
  if (address !== "" && !isWeb)
    warn("homepage_url", "The address was left out because it is not a valid http(s) address.");
  let description = entry.description ?? "";
  if (description.length > maxTextLength) {
    // Counts code points, as the document does: half a surrogate pair would be invalid text.
    const characters = [...description];
    if (characters.length > maxTextLength)
      warn("description", `The description was shortened to ${maxTextLength.toLocaleString("en")} characters.`);
    description = characters.slice(0, maxTextLength).join("");
  }
  return {
    key: "",
    name: entry.name,
    kinds: ["OTHER"],
    ...(description && { description }),
    ...(isWeb && { website: address }),
    labels: [],
  };
}

/** Actors with keys: the key of the stored actor of the same name, else one that no stored actor has. */
function withKeys(actors: ActorRecord[], stored: ActorRecord[]): ActorRecord[] {
  const known = new Map(stored.map(({ name, key }) => [name, key]));
  const taken = new Set(stored.map(({ key }) => key));
  return actors.map((actor) => ({ ...actor, key: known.get(actor.name) ?? freeKey(actor.name, taken) }));
}

/** Key from a name's letters and digits, with a hash of the name where those are not unique. */
function freeKey(name: string, taken: Set<string>): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const base = plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 100);
  let key = base;
  for (let n = 0; key === "" || taken.has(key); n++)
    key = `${base || "item"}-${createHash("sha256")
      .update(`${name}${"\0".repeat(n)}`)
      .digest("hex")
      .slice(0, 8)}`;
  taken.add(key);
  return key;
}
