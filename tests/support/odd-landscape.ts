import * as fc from "fast-check";
import { stringify } from "yaml";

/** A value that was put into a generated landscape, with the field that it stands in. */
export interface Planted {
  field: string;
  /** A word that occurs nowhere else in the file. */
  token: string;
}

export interface OddLandscape {
  content: string;
  planted: Planted[];
  /** A token in the name of each item. */
  items: string[];
}

type Kit = { token: () => string };
type Maker = (kit: Kit) => { value: unknown; planted: Planted[] };

const plant =
  (field: string, around: (token: string) => unknown): Maker =>
  ({ token }) => {
    const word = token();
    return { value: around(word), planted: [{ field, token: word }] };
  };
const nothing =
  (value: unknown): Maker =>
  () => ({ value, planted: [] });

/** Ways in which landscapes fill each field: as meant, in an older form, empty, or with what does not belong there. */
const fields: Record<string, Maker[]> = {
  description: [
    plant("description", (t) => `About ${t}`),
    plant("description", (t) => [t]),
    nothing(null),
    nothing(""),
  ],
  homepage_url: [
    plant("homepage_url", (t) => `https://${t}.example/`),
    plant("homepage_url", (t) => `HTTPS://${t}.example `),
    plant("homepage_url", (t) => `www.${t}.example`),
    nothing(null),
  ],
  repo_url: [
    plant("repo_url", (t) => `https://github.com/${t}/repo`),
    plant("repo_url", (t) => `git@github.com:${t}/repo.git`),
    nothing(null),
  ],
  additional_repos: [
    plant("additional_repos", (t) => [{ repo_url: `https://github.com/x/${t}` }]),
    plant("additional_repos", (t) => [`https://github.com/x/${t}`]),
    plant("additional_repos.branch", (t) => [{ repo_url: "https://github.com/x/y", branch: t }]),
  ],
  crunchbase: [
    nothing("https://www.crunchbase.com/organization/acme"),
    plant("crunchbase", (t) => `https://other.example/${t}`),
  ],
  project: [plant("project", (t) => t), nothing(null), plant("project", (t) => ({ at: t }))],
  license: [plant("license", (t) => t)],
  organization: [
    plant("organization", (t) => ({ name: t })),
    plant("organization.city", (t) => ({ name: "Somebody", city: t })),
    plant("organization", (t) => t),
    nothing(null),
  ],
  second_path: [
    plant("second_path", (t) => `C0 / ${t}`),
    plant("second_path", (t) => [`${t} / S0`]),
    plant("second_path", (t) => t),
    nothing(null),
  ],
  joined: [plant("joined", (t) => t), nothing("2020-02-03")],
  logo: [plant("logo", (t) => `${t}.svg`)],
  twitter: [plant("twitter", (t) => `https://twitter.com/${t}`), nothing(null)],
  stock_ticker: [plant("stock_ticker", (t) => t)],
  enduser: [nothing(null), plant("enduser", (t) => t)],
  somebody_s_own: [plant("somebody_s_own", (t) => ({ deep: [t] }))],
  extra: [
    plant("extra.accepted", (t) => ({ accepted: t })),
    plant("extra.topics", (t) => ({ topics: `a,${t}` })),
    plant("extra.slack_url", (t) => ({ slack_url: t })),
    plant("extra.documentation_url", (t) => ({ documentation_url: `https://${t}.example/docs` })),
    plant("extra.other_links", (t) => ({ other_links: [{ name: t, url: "https://links.example/" }] })),
    plant("extra.other_links", (t) => ({ other_links: [{ name: t }] })),
    plant("extra.graduated", (t) => ({ graduated: t })),
    plant("extra.annotations", (t) => ({ annotations: { chair: t } })),
    plant("extra", (t) => t),
    nothing(null),
  ],
};

const names = Object.keys(fields);
/** For each item: how it is written, and a way for some of the fields. */
const item = fc.record({
  form: fc.constantFrom("empty key", "plain", "below the key", "text alone"),
  ending: fc.constantFrom("", " (member)", " (KCSP)", " GmbH", ", Inc."),
  ways: fc.array(fc.tuple(fc.nat(names.length - 1), fc.nat(9)), { maxLength: 8 }),
});
const subcategory = fc.array(item, { maxLength: 4 });
const category = fc.record({
  word: fc.constantFrom("", " Members", " End Users", " Partner"),
  form: fc.constantFrom("empty key", "plain"),
  subcategories: fc.array(subcategory, { maxLength: 3 }),
});

/** Landscapes as they are found, and somewhat odder: every item and every value in them can be recognised. */
export const oddLandscape: fc.Arbitrary<OddLandscape> = fc
  .record({
    root: fc.constantFrom("landscape", "categories"),
    categories: fc.array(category, { minLength: 1, maxLength: 4 }),
  })
  .map(({ root, categories }) => {
    let next = 0;
    const kit: Kit = { token: () => `token${String(next++).padStart(4, "0")}x` };
    const planted: Planted[] = [];
    const items: string[] = [];
    const list = categories.map(({ word, form, subcategories }, c) => ({
      ...(form === "empty key" && { category: null }),
      name: `C${c}${word}`,
      subcategories: subcategories.map((entries, s) => ({
        ...(form === "empty key" && { subcategory: null }),
        name: `S${s}`,
        items: entries.map((entry) => {
          const name = kit.token();
          items.push(name);
          if (entry.form === "text alone") return `Item ${name}`;
          const values: Record<string, unknown> = { name: `Item ${name}${entry.ending}` };
          for (const [at, way] of entry.ways) {
            const field = names[at]!;
            if (field in values) continue;
            const made = fields[field]![way % fields[field]!.length]!(kit);
            values[field] = made.value;
            planted.push(...made.planted);
          }
          if (entry.form === "below the key") return { item: values };
          return entry.form === "empty key" ? { item: null, ...values } : values;
        }),
      })),
    }));
    return {
      content: stringify({ [root]: [...list, { name: "Always", subcategories: [{ name: "There", items: [] }] }] }),
      planted,
      items,
    };
  });
