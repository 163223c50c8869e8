import type { ActorKind } from "../../../../cypher/model/document.ts";
import { addTo } from "../../../shared/groups.ts";
import { unreadable } from "../issue.ts";
import type { AccountKeeper } from "./account.ts";
import type { Landscape, LandscapeItem, LandscapePath } from "./landscape.ts";

/** What the items of a category are. */
export type CategoryHolds = "OFFERINGS" | "ORGANISATIONS";

/** A person's word on a category, before importing. */
export interface CategoryChoice {
  category: string;
  holds: CategoryHolds;
  /** Of organisations; by the category's name when absent. */
  kind?: ActorKind | undefined;
}

/** A category of a landscape and how it is read. */
export interface LandscapeCategory {
  name: string;
  items: number;
  holds: CategoryHolds;
  /** Of organisations. */
  kind: ActorKind | null;
}

const organisations = /\b(members?|memberships?|end users?|endusers?|adopters?|partners?|providers?|contributors?)\b/i;
const customers = /\b(end users?|endusers?|adopters?)\b/i;
const serviceProviders = /\b(partners?|providers?)\b/i;

/** How each category is read: as the person says, else by the words of its name. */
export function readCategories(
  landscape: Landscape,
  choices: readonly CategoryChoice[],
): Map<string, LandscapeCategory> {
  const categories = new Map<string, LandscapeCategory>();
  const chosen = new Map(choices.map((choice) => [choice.category.trim(), choice]));
  const counts = new Map<string, number>();
  for (const { path } of landscape.items) counts.set(path.category, (counts.get(path.category) ?? 0) + 1);
  for (const { name } of landscape.categories) {
    const words = name.replace(/[_-]+/g, " ");
    const choice = chosen.get(name);
    chosen.delete(name);
    const holds = choice?.holds ?? (organisations.test(words) ? "ORGANISATIONS" : "OFFERINGS");
    const byName = customers.test(words) ? "CUSTOMER" : serviceProviders.test(words) ? "SERVICE_PROVIDER" : "OTHER";
    const kind = holds === "ORGANISATIONS" ? (choice?.kind ?? byName) : null;
    categories.set(name, { name, items: counts.get(name) ?? 0, holds, kind });
  }
  const [unknown] = chosen.keys();
  if (unknown !== undefined)
    throw unreadable("", `The file has no category “${unknown}”: choose one of ${[...categories.keys()].join(", ")}.`);
  return categories;
}

/** The activities of a landscape: one for each subcategory of offerings. */
export class Activities {
  private readonly known = new Map<string, LandscapePath>();
  private readonly bySubcategory = new Map<string, LandscapePath[]>();

  constructor(
    landscape: Landscape,
    private readonly categories: ReadonlyMap<string, LandscapeCategory>,
    private readonly keeper: AccountKeeper,
  ) {
    for (const path of landscape.paths) this.add(path);
  }

  /** Every place that is an activity. */
  list(): LandscapePath[] {
    return [...this.known.values()].filter(({ category }) => this.isActivity(category));
  }

  isActivity(category: string): boolean {
    return this.categories.get(category)?.holds !== "ORGANISATIONS";
  }

  /** The name of an activity: the subcategory's, with the category's where another activity has the same one. */
  nameOf({ category, subcategory }: LandscapePath): string {
    const alike = this.bySubcategory.get(alikeKey(subcategory))!.filter((path) => this.isActivity(path.category));
    return alike.length > 1 ? `${category} / ${subcategory}` : subcategory;
  }

  /** What tells one place from another. */
  idOf(path: Split): string {
    return pathKey(path);
  }

  /** All places of an item, its first one first; a further one that the file does not list is made, with a warning. */
  pathsOf(item: LandscapeItem): LandscapePath[] {
    const found = [item.path, ...item.secondPaths.map((second) => this.find(second, item))];
    return [...new Map(found.map((path) => [pathKey(path), this.known.get(pathKey(path)) ?? path])).values()];
  }

  private find(second: LandscapeItem["secondPaths"][number], item: LandscapeItem): LandscapePath {
    const { text, at } = second;
    const splits =
      second.category !== undefined && second.subcategory !== undefined
        ? [{ category: second.category, subcategory: second.subcategory }]
        : splitsOf(text);
    for (const split of splits) {
      const path = this.known.get(pathKey(split));
      if (path) return path;
    }
    for (const split of splits) {
      const path = this.bySubcategory
        .get(alikeKey(split.subcategory))
        ?.find(({ category }) => alikeKey(category) === alikeKey(split.category));
      if (!path) continue;
      this.keeper.mended(
        "second_path in other letters",
        at,
        `“${text}” is read as “${path.category} / ${path.subcategory}”.`,
      );
      return path;
    }
    const alone = splits.length === 0 ? (this.bySubcategory.get(alikeKey(text)) ?? []) : [];
    if (alone.length === 1) {
      const [path] = alone as [LandscapePath];
      this.keeper.mended(
        "second_path without a category",
        at,
        `“${text}” is read as “${path.category} / ${path.subcategory}”.`,
      );
      return path;
    }
    const made = splits.find(({ category }) => this.categories.has(category)) ??
      splits[0] ?? { category: text, subcategory: text };
    const path = { category: made.category.slice(0, 300), subcategory: made.subcategory.slice(0, 300), at };
    this.keeper.mended(
      "second_path that the file does not list",
      at,
      `“${text.slice(0, 120)}” of “${item.name}” is no category and subcategory of the file: it was added.`,
      true,
    );
    this.add(path);
    return path;
  }

  private add(path: LandscapePath): void {
    if (this.known.has(pathKey(path))) return;
    this.known.set(pathKey(path), path);
    addTo(this.bySubcategory, alikeKey(path.subcategory), path);
  }
}

type Split = Pick<LandscapePath, "category" | "subcategory">;

/** Every way to read "Category / Subcategory", since either name may hold a slash. */
function splitsOf(written: string): Split[] {
  const text = written.replace(/^[\s/]+|[\s/]+$/g, "");
  const spaced = [...text.matchAll(/\s+\/\s+/g)];
  const slashes = spaced.length > 0 ? spaced : [...text.matchAll(/\s*\/\s*/g)];
  return slashes
    .map((match) => ({
      category: text.slice(0, match.index).trim(),
      subcategory: text.slice(match.index + match[0].length).trim(),
    }))
    .filter(({ category, subcategory }) => category !== "" && subcategory !== "");
}

const pathKey = ({ category, subcategory }: Split): string => JSON.stringify([category, subcategory]);
const alikeKey = (name: string): string => name.toLowerCase().replace(/\s+/g, " ");
