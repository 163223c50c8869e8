import type { EcosystemDocument, EvidenceRecord } from "../../../../cypher/model/document.ts";
import { documentIssues, isKey, keyForm } from "../../check/document-issues.ts";
import { asEvidence, fileHash } from "../file-evidence.ts";
import { UnreadableFile, unreadable } from "../issue.ts";
import { AccountKeeper } from "../landscape/account.ts";
import { readCategories } from "../landscape/categories.ts";
import { intoStored } from "../landscape/into-stored.ts";
import { readItems } from "../landscape/items.ts";
import { fileEvidence, freeKey } from "../landscape/keys.ts";
import { readYaml } from "../landscape/read-yaml.ts";
import { type LandscapeRecords, toRecords } from "../landscape/to-document.ts";
import type { Format, ReadFile, ReadInto, ReadOptions } from "./format.ts";

const maxBytes = 5_000_000;

export const landscape2 = {
  name: "LANDSCAPE2",
  description: "A landscape.yml of landscape2: YAML, a list of categories with subcategories with items.",
  endings: [".yml", ".yaml"],
  read: readLandscape,
} as const satisfies Format;

/**
 * Reads a landscape.yml (landscape2): organisations, what they offer, and the activities that it serves. A landscape says
 * nothing of its ecosystem: a new one is named by its key, a stored one keeps its head, and its records their keys.
 */
function readLandscape(content: string, options: ReadOptions = {}): ReadFile {
  const { ecosystem, name = "landscape.yml", categories: choices = [], replaceFile = false } = options;
  if (content.length > maxBytes)
    throw unreadable("", "The file is larger than 5 MB, the limit for a landscape. Split it into several landscapes.");
  if (!ecosystem) throw unreadable("", "A landscape does not name its ecosystem: choose the ecosystem to import into.");
  if (!isKey(ecosystem)) throw unreadable("", `Invalid ecosystem key: ${keyForm}.`);
  const keeper = new AccountKeeper();
  const landscape = readItems(readYaml(content), keeper);
  const categories = readCategories(landscape, choices);
  const records = toRecords(landscape, categories, keeper);
  if (records.actors.length + records.activities.length === 0)
    throw unreadable("/landscape", "The landscape has no items.");
  const file = asEvidence(fileEvidence, fileHash(content), name || "landscape.yml");
  const document: EcosystemDocument = {
    format: "ecosystem/1",
    ecosystem: { key: ecosystem, name: ecosystem },
    evidence: [file, ...records.evidence],
    actors: records.actors,
    activities: records.activities,
    offerings: records.offerings,
  };
  checkDocument(document, records);
  return {
    document,
    warnings: keeper.warnings(),
    account: keeper.account,
    categories: [...categories.values()],
    into: (stored) => readInto(stored, records, file, replaceFile, keeper),
  };
}

function readInto(
  stored: EcosystemDocument,
  found: LandscapeRecords,
  file: EvidenceRecord,
  replaceFile: boolean,
  read: AccountKeeper,
): ReadInto {
  const keeper = read.copy();
  const key = keyOfFile(stored.evidence ?? [], file.title, replaceFile);
  const { isDropped, released, ...kept } = intoStored(stored, found, { ...file, key }, replaceFile, keeper);
  const records = { ...released };
  for (const kind of ["evidence", "actors", "activities", "offerings"] as const)
    records[kind] = [...kept[kind], ...(released[kind] ?? [])];
  // Each list holds records of its kind, which no type of a map over kinds can say.
  const document = { format: "ecosystem/1", ecosystem: stored.ecosystem, ...records } as EcosystemDocument;
  return { document, warnings: keeper.warnings(), account: keeper.account, isDropped };
}

/**
 * The key under which this landscape is known: by its file's name, or, where it replaces an earlier version, as the only
 * landscape that there is.
 */
function keyOfFile(stored: EvidenceRecord[], title: string, replaceFile: boolean): string {
  const files = stored.filter(({ key }) => key === fileEvidence || /^landscape-file-[^.]+$/.test(key));
  const same = files.find((file) => file.title === title);
  if (same) return same.key;
  if (files.length === 0) return fileEvidence;
  if (replaceFile && files.length === 1) return files[0]!.key;
  if (replaceFile)
    throw unreadable(
      "",
      `The ecosystem has several landscapes (${files.map((file) => file.title).join(", ")}): name the file as the one that it replaces.`,
    );
  return `${fileEvidence}-${freeKey(title.replaceAll(".", "-"), new Set(), title)}`;
}

/** Refuses what no ecosystem document may hold, with the place in the landscape. */
function checkDocument(document: EcosystemDocument, records: LandscapeRecords): void {
  const issues = documentIssues(document).map(({ path, message }) => {
    const [, kind, index] = /^\/(actors|activities|offerings|evidence)\/(\d+)/.exec(path) ?? [];
    const record = kind && document[kind as "actors"]?.[Number(index)];
    return { path: (record && records.places.get(record)) ?? path, message };
  });
  if (issues.length > 0) throw new UnreadableFile(issues);
}
