import { type ImportIssue, UnreadableFile } from "../issue.ts";
import type { AccountKeeper } from "./account.ts";
import { Field, readFields } from "./fields.ts";
import { itemFields } from "./item-fields.ts";
import type { Landscape, LandscapeItem, LandscapePath } from "./landscape.ts";
import type { YamlNode } from "./read-yaml.ts";

const maxIssues = 100;
const maxName = 300;

/**
 * Reads the categories, subcategories and items of a landscape.
 * @throws UnreadableFile with every place where the list or a name is missing
 */
export function readItems(documents: YamlNode[], keeper: AccountKeeper): Landscape {
  return new Reader(keeper).read(documents);
}

class Reader {
  private readonly issues: ImportIssue[] = [];
  private readonly landscape: Landscape = { paths: [], categories: [], items: [] };

  constructor(private readonly keeper: AccountKeeper) {}

  read(documents: YamlNode[]): Landscape {
    if (documents.length === 0) this.refuse("line 1, column 1", missingList);
    const landscapes = documents.filter((document) => listsOf(document).length > 0);
    // Beside a landscape another document may hold settings; without one, each is refused with its place.
    const read = landscapes.length > 0 ? landscapes : documents;
    for (const document of documents)
      if (!read.includes(document))
        this.keeper.leftOut(
          "YAML documents without a landscape",
          document.at,
          "This document of the file has no list of categories: it is not read.",
          true,
        );
    read.forEach((document, nth) => {
      if (nth > 0)
        this.keeper.mended(
          "Several YAML documents in one file",
          document.at,
          "Read together with the document before it.",
        );
      this.readRoot(document);
    });
    if (this.issues.length > 0) throw new UnreadableFile(this.issues.slice(0, maxIssues));
    return this.landscape;
  }

  private readRoot(root: YamlNode): void {
    const fields = root.type === "map" ? root.fields : new Map<string, YamlNode>();
    const lists = listsOf(root);
    if (lists.length === 0) {
      const at = fields.get("landscape")?.at ?? fields.get("categories")?.at ?? root.at;
      this.refuse(at, missingList);
      return;
    }
    for (const [name, node] of fields)
      if (!lists.some((list) => list === node)) this.keeper.leftOut(name, node.at, "The file's own field is not read.");
    for (const list of lists) for (const entry of list.items) this.readCategory(entry);
  }

  private readCategory(node: YamlNode): void {
    const category = this.named(node, "category", "category");
    if (!category) return;
    const { name, at, fields } = category;
    if (!this.landscape.categories.some((known) => known.name === name)) this.landscape.categories.push({ name, at });
    const subcategories = this.listOf(fields, "subcategories");
    const direct = this.listOf(fields, "items");
    this.leaveOut(fields, ["name", "category", "subcategories", "items"], "category");
    if (direct.length > 0) {
      this.keeper.mended(
        "Items directly in a category",
        at,
        `The items of “${name}” are read as a subcategory of that name.`,
      );
      this.readPath({ category: name, subcategory: name, at }, direct);
    }
    for (const entry of subcategories) {
      const subcategory = this.named(entry, "subcategory", "subcategory");
      if (!subcategory) continue;
      const items = this.listOf(subcategory.fields, "items");
      this.leaveOut(subcategory.fields, ["name", "subcategory", "items"], "subcategory");
      this.readPath({ category: name, subcategory: subcategory.name, at: subcategory.at }, items);
    }
    if (subcategories.length + direct.length === 0)
      this.keeper.leftOut("Categories without subcategories", at, `The category “${name}” has no subcategories.`);
  }

  private readPath(path: LandscapePath, items: YamlNode[]): void {
    this.landscape.paths.push(path);
    for (const node of items) this.readItem(node, path);
  }

  private readItem(node: YamlNode, path: LandscapePath): void {
    const found = this.named(node, "item", "item");
    if (!found) return;
    const item: LandscapeItem = {
      name: found.name,
      at: found.at,
      path,
      secondPaths: [],
      labels: [],
      notes: [],
      links: [],
    };
    readFields(found.fields, itemFields, item, this.keeper, new Set(["name", "item"]));
    this.landscape.items.push(item);
  }

  /**
   * The fields and name of a category, subcategory or item. Written as `- item:` with the name beside it (an empty key),
   * as an object below that key, as its text, or as a text alone.
   */
  private named(node: YamlNode, key: string, what: string) {
    if (node.type === "null") {
      this.keeper.mended("Empty list entries", node.at, "An empty entry is read as absent.");
      return null;
    }
    if (node.type === "text") {
      this.keeper.mended(`${what}: a text in place of fields`, node.at, `Read as the name of the ${what}.`);
      return this.withName(node, new Map<string, YamlNode>(), node.at, what);
    }
    if (node.type === "list") {
      this.refuse(node.at, `A list is no ${what}: write its fields, beginning with its name.`);
      return null;
    }
    let { fields } = node;
    const inner = fields.get(key);
    if (inner?.type === "null") this.keeper.mended(`Empty key “${key}:”`, inner.at, "The fields beside it are read.");
    if (inner?.type === "map") {
      this.keeper.mended(`Fields below “${key}:”`, inner.at, "Read as the fields beside it.");
      fields = new Map([...inner.fields, ...[...fields].filter(([name]) => name !== key)]);
    }
    let name = fields.get("name");
    if (inner?.type === "text") {
      if (!name || name.type === "null") {
        this.keeper.mended(`Name in “${key}:”`, inner.at, `Read as the name of the ${what}.`);
        name = inner;
      } else this.keeper.leftOut(key, inner.at, `The text beside the name of the ${what} is not read.`);
    } else if (inner?.type === "list") this.keeper.leftOut(key, inner.at, `A list is not read here.`);
    const found = this.withName(name, fields, node.at, what);
    return found && node.isAlias ? { ...found, at: node.at } : found;
  }

  private withName(node: YamlNode | undefined, fields: ReadonlyMap<string, YamlNode>, place: string, what: string) {
    if (node?.type !== "text") {
      this.refuse(node?.at ?? place, `This ${what} has no name: add one.`);
      return null;
    }
    const name = node.value.trim();
    if (name !== node.value)
      this.keeper.mended("Blanks around a name", node.at, `The blanks around “${name}” were removed.`);
    const length = name.length <= maxName ? name.length : [...name].length;
    if (length === 0) this.refuse(node.at, "Must have at least one character.");
    else if (length > maxName) this.refuse(node.at, `Must have at most ${maxName} characters.`);
    else return { name, at: node.at, fields };
    return null;
  }

  private listOf(fields: ReadonlyMap<string, YamlNode>, name: string): YamlNode[] {
    const node = fields.get(name);
    if (!node) return [];
    if (node.type === "list") return node.items;
    if (node.type === "map") {
      this.keeper.mended(`${name}: one entry in place of a list`, node.at, "Read as a list of one entry.");
      return [node];
    }
    if (node.type === "text") this.refuse(node.at, `“${name}” must be a list: begin each entry with a hyphen.`);
    return [];
  }

  private leaveOut(fields: ReadonlyMap<string, YamlNode>, known: string[], what: string): void {
    for (const [name, node] of fields)
      if (!known.includes(name) && node.type !== "null")
        this.keeper.leftOut(`${what}.${name}`, node.at, Field.notRead(node));
  }

  private refuse(path: string, message: string): void {
    this.issues.push({ path, message });
  }
}

/** The lists of categories of a document. */
function listsOf(root: YamlNode) {
  const fields = root.type === "map" ? root.fields : new Map<string, YamlNode>();
  return [fields.get("landscape"), fields.get("categories")].flatMap((node) => (node?.type === "list" ? [node] : []));
}

const missingList = "A landscape must start with `landscape:` (or `categories:`), a list of categories.";
