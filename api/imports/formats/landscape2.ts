import { type Document, isMap, isScalar, Lexer, LineCounter, parseDocument, visit } from "yaml";
import { z } from "zod";
import type { ActorRecord, EcosystemDocument } from "../../../cypher/model/document.ts";
import { type ImportIssue, lineAndColumn, unreadable } from "../issue.ts";

const item = z.looseObject({
  name: z.string().min(1).max(300),
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

/**
 * Reads a landscape.yml (landscape2): each item becomes an actor of kind OTHER, labelled with its category and
 * subcategory; an item that stands in several places is one actor with all their labels.
 */
export function readLandscape(
  content: string,
  ecosystem: string | undefined,
): { document: EcosystemDocument; warnings: ImportIssue[] } {
  if (content.length > maxBytes) throw unreadable("", "The file has more than 5 MB, more than a landscape needs.");
  if (!ecosystem) throw unreadable("", "A landscape does not name its ecosystem: say which one to import into.");
  const parsed = parseYaml(content);
  if (!isMap(parsed.contents))
    throw unreadable("line 1, column 1", "A landscape starts with `landscape:`, a list of categories.");
  const checked = landscape.safeParse(parsed.toJS({ maxAliasCount: 0 }));
  if (!checked.success) {
    const { path, message } = checked.error.issues[0]!;
    throw unreadable(
      `/${path.join("/")}`,
      `${message}. A landscape is a list of categories with subcategories with items.`,
    );
  }
  return toDocument(checked.data, ecosystem);
}

/** Parses YAML of plain values; refuses aliases, tags, fields that stand twice and deep nesting, with the place. */
function parseYaml(content: string): Document.Parsed {
  checkTokens(content);
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `line ${line}, column ${col}`;
  };
  const parsed = parseDocument(content, { uniqueKeys: true, lineCounter: lines, prettyErrors: false });
  const broken = parsed.errors[0];
  if (broken && /call stack/i.test(broken.message)) throw tooDeep(at(broken.pos[0])); // the parser recurses
  if (broken) throw unreadable(at(broken.pos[0]), `This is not YAML: ${broken.message}`);
  const odd = parsed.warnings[0];
  if (odd) throw unreadable(at(odd.pos[0]), `${odd.message}: write a plain value without a tag.`);
  visit(parsed, {
    Node(_, node, path) {
      const { range } = node;
      if (isScalar(node) && typeof node.value === "string" && (node.value.includes("\0") || !node.value.isWellFormed()))
        throw unreadable(
          at(range?.[0] ?? 0),
          "This text holds a NUL or half a character (a lone surrogate): remove it.",
        );
      if (path.length > 2 * maxDepth) throw tooDeep(at(range?.[0] ?? 0));
    },
  });
  return parsed;
}

/** Marks that the lexer puts between tokens and that are not in the text; the last one stands before each scalar. */
const marks = ["\u{FEFF}", "\u0002", "\u0018", "\u001f"];

/**
 * Looks over the lexer's tokens, so that the parser need not bear what is refused anyway: brackets nested deeply, and
 * aliases, by which a small text stands for a huge one.
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
          `The alias ${token.slice(0, 80)} is not taken: write out what it stands for.`,
        );
      if (depth > maxDepth) throw tooDeep(lineAndColumn(content, offset));
    }
    if (!marks.includes(token)) offset += token.length;
    before = token;
  }
}

const tooDeep = (path: string) =>
  unreadable(path, `The file is nested deeper than ${maxDepth} levels: this is no landscape.`);

function toDocument(data: z.infer<typeof landscape>, ecosystem: string) {
  const actors = new Map<string, ActorRecord>();
  const keys = new Set<string>();
  const warnings: ImportIssue[] = [];
  data.landscape.forEach((category, c) => {
    category.subcategories?.forEach((subcategory, s) => {
      subcategory.items?.forEach((entry, i) => {
        const known = actors.get(entry.name);
        const labels = [category.name, subcategory.name];
        if (known) {
          known.labels = [...new Set([...known.labels!, ...labels])];
          return;
        }
        const address = entry.homepage_url ?? "";
        const isWeb = /^https?:\/\//.test(address) && URL.canParse(address);
        if (address !== "" && !isWeb)
          warnings.push({
            path: `/landscape/${c}/subcategories/${s}/items/${i}/homepage_url`,
            message: "Left out: not an http(s) address.",
          });
        actors.set(entry.name, {
          key: freeKey(entry.name, keys),
          name: entry.name,
          kinds: ["OTHER"],
          ...(entry.description && { description: entry.description.slice(0, 10_000) }),
          ...(isWeb && { website: address }),
          labels: [...new Set(labels)],
        });
      });
    });
  });
  if (actors.size === 0) throw unreadable("/landscape", "The landscape has no items.");
  const document: EcosystemDocument = {
    format: "ecosystem/1",
    ecosystem: { key: ecosystem, name: ecosystem },
    actors: [...actors.values()],
  };
  return { document, warnings };
}

/** A key made of a name: its letters and digits, numbered when another name gives the same. */
function freeKey(name: string, taken: Set<string>): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const base =
    plain
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 100) || "item";
  let key = base;
  for (let n = 2; taken.has(key); n++) key = `${base}-${n}`;
  taken.add(key);
  return key;
}
