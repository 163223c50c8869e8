import { dayInWords } from "../../../shared/format.ts";
import { crunchbaseName } from "../../../shared/matching/names.ts";
import { isDay } from "../../../time/dates.ts";
import { isFarEnd, lastYear } from "../no-date.ts";
import type { Field, Readers } from "./fields.ts";
import type { LandscapeItem } from "./landscape.ts";

type Reader = Readers<LandscapeItem>[string];

const maxLabel = 300;

/** A line of the description, with the date in words where it is one. */
const note =
  (label: string): Reader =>
  (item, field) => {
    const text = field.text();
    if (text === undefined) return;
    item.notes.push(`${label} ${isDay(text) ? dayInWords(text) : text.slice(0, 200)}`);
  };

const link = (item: LandscapeItem, label: string, address: string | undefined) => {
  if (address) item.links.push(`${label}: ${address}`);
};

function addLabel(item: LandscapeItem, field: Field, text: string): void {
  if ([...text].length > maxLabel) field.leaveOut(`A label has at most ${maxLabel} characters.`, true);
  else if (!item.labels.includes(text)) item.labels.push(text);
}

const label: Reader = (item, field) => {
  for (const text of field.texts()) addLabel(item, field, text);
};

const secondPath: Reader = (item, field) => {
  for (const entry of field.entries()) {
    if (entry.node.type === "map") {
      // landscape data of the newer form names the category and the subcategory apart.
      const path: { category?: string; subcategory?: string } = {};
      entry.inside<typeof path>(
        {
          category: (into, at) => {
            into.category = at.text() ?? "";
          },
          subcategory: (into, at) => {
            into.subcategory = at.text() ?? "";
          },
        },
        path,
      );
      const { category, subcategory } = path;
      if (category && subcategory)
        item.secondPaths.push({ text: `${category} / ${subcategory}`, category, subcategory, at: entry.at });
      else entry.leaveOut("A further place needs a category and a subcategory.", true);
    } else {
      for (const text of entry.texts(/[\r\n]+/)) item.secondPaths.push({ text, at: entry.at });
    }
  }
};

/** Name and address of a further link, or the address alone. */
const otherLinks: Reader = (item, field) => {
  for (const entry of field.entries()) {
    if (entry.node.type !== "map") link(item, "Link", entry.address());
    else {
      const found: { name?: string | undefined; url?: string | undefined } = {};
      entry.inside<typeof found>(
        {
          name: (into, at) => {
            into.name = at.text();
          },
          url: (into, at) => {
            into.url = at.address();
          },
        },
        found,
      );
      if (found.url) link(item, found.name ?? "Link", found.url);
      else entry.leaveOut(`The link “${found.name ?? ""}” has no address.`, true);
    }
  }
};

const moreRepositories: Reader = (item, field) => {
  for (const entry of field.entries()) {
    if (entry.node.type === "map")
      entry.inside<LandscapeItem>({ repo_url: (into, at) => link(into, "Repository", at.address()) }, item);
    else link(item, "Repository", entry.address());
  }
};

const extra: Readers<LandscapeItem> = {
  accepted: (item, field) => {
    const day = field.day();
    if (day) item.validFrom = day;
  },
  archived: (item, field) => {
    const day = field.day();
    if (!day) return;
    if (isFarEnd(day)) field.mend(`${field.name}: after ${lastYear}`, `The end on ${day} is read as open.`);
    else item.validTo = day;
  },
  joined: note("joined"),
  incubating: note("incubating"),
  graduated: note("graduated"),
  annual_review_date: note("annual review"),
  topics: (item, field) => {
    for (const text of field.texts(/[,;]/)) addLabel(item, field, text);
  },
  documentation_url: (item, field) => link(item, "Documentation", field.address()),
  other_links: otherLinks,
};

/** The fields of an item that are read; all others are left out. Source: docs/import.md, "A landscape". */
export const itemFields: Readers<LandscapeItem> = {
  description: (item, field) => {
    item.description = field.text() ?? "";
  },
  homepage_url: (item, field) => {
    const address = field.address();
    if (address) item.homepage = address;
  },
  repo_url: (item, field) => {
    const address = field.address();
    if (!address) return;
    item.repository = address;
    link(item, "Repository", address);
  },
  project_org: (item, field) => {
    const address = field.address();
    if (!address) return;
    item.projectOrganization = address;
    link(item, "Repositories", address);
  },
  additional_repos: moreRepositories,
  organization: (item, field) => {
    const into: { name?: string | undefined } = {};
    if (field.node.type === "text") into.name = field.text();
    else
      field.inside<typeof into>(
        {
          name: (found, at) => {
            found.name = at.text();
          },
        },
        into,
      );
    if (into.name === undefined) return;
    if ([...into.name].length > maxLabel) field.leaveOut(`A name has at most ${maxLabel} characters.`, true);
    else item.organization = into.name;
  },
  crunchbase: (item, field) => {
    const address = field.address();
    if (!address) return;
    const name = crunchbaseName(address);
    if (name) item.crunchbase = name;
    else field.leaveOut(`${address.slice(0, 120)} is no Crunchbase address of an organisation.`, true);
  },
  project: label,
  license: label,
  second_path: secondPath,
  additional_categories: secondPath,
  joined: note("joined"),
  extra: (item, field) => field.inside(extra, item),
};
