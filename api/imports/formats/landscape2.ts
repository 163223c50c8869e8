import { isMap, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { ActorRecord, EcosystemDocument } from "../../../cypher/model/document.ts";
import { type ImportIssue, unreadable } from "../issue.ts";

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
  const lines = new LineCounter();
  const parsed = parseDocument(content, { uniqueKeys: true, lineCounter: lines, prettyErrors: false });
  const broken = parsed.errors[0];
  if (broken) {
    const { line, col } = lines.linePos(broken.pos[0]);
    throw unreadable(`line ${line}, column ${col}`, `This is not YAML: ${broken.message}`);
  }
  if (!isMap(parsed.contents))
    throw unreadable("line 1, column 1", "A landscape starts with `landscape:`, a list of categories.");
  const checked = landscape.safeParse(toValue(() => parsed.toJS({ maxAliasCount: 0 })));
  if (!checked.success) {
    const { path, message } = checked.error.issues[0]!;
    throw unreadable(
      `/${path.join("/")}`,
      `${message}. A landscape is a list of categories with subcategories with items.`,
    );
  }
  return toDocument(checked.data, ecosystem);
}

function toValue(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    throw unreadable("", `This YAML is refused: ${(error as Error).message}`);
  }
}

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
