import { valuesOf } from "../../cypher/model/enum-table.ts";
import { type TidyCheck, tidyChecks } from "../../cypher/model/enums/tidy-check.ts";
import type { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";
import { type TidyItem, tidyList } from "../measures/tidy/tidy.ts";
import { builder } from "./builder.ts";
import { connectionType } from "./connection.graphql.ts";
import { measureCost, pageCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { TidyCheckEnum } from "./enums.ts";
import { asOfArgs, loadAt } from "./moment.ts";
import { NodeInterface } from "./node.graphql.ts";
import { pageArgs, toConnection } from "./paging.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

const TidyItemType = builder.objectRef<Loaded<TidyItem>>("TidyItem").implement({
  description: "Something that wants tidying: one piece of work, which a person does, or keeps as it is by a review.",
  fields: (t) => ({
    check: t.expose("check", { type: TidyCheckEnum, description: "What was found." }),
    subject: t.exposeString("subject", {
      description: "What it is about, for a review with the same check: the kind and the key or keys.",
    }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The records that it is about, the one to change first; of a duplicate the one that stays.",
      resolve: ({ loaded, subjects }) => loaded.byRef(subjects),
    }),
    label: t.string({
      description: "The name of the record to change; of a duplicate both names.",
      resolve: ({ loaded, check, subjects }) =>
        (check === "POSSIBLE_DUPLICATE" ? subjects : subjects.slice(0, 1))
          .map(({ kind, key }) => loaded.label(kind, key))
          .join(" and "),
    }),
    sentence: t.exposeString("sentence", { description: "What was found, in a sentence." }),
    effect: t.exposeFloat("effect", {
      nullable: true,
      description: "The share of the weight of coherence, 0 to 1, that rests on it; null where it cannot be told.",
    }),
    since: t.expose("since", {
      type: "Date",
      nullable: true,
      description: "The day since which it is so: of an aged fact that of its newest source, or of its beginning.",
    }),
    review: t.field({
      type: NodeInterface,
      nullable: true,
      description: "An earlier review of it, which has aged: to be updated by a new one.",
      resolve: ({ loaded, check, subject }) => loaded.find("reviews", `${check}|${subject}`) ?? null,
    }),
  }),
});

const TidyConnection = connectionType("TidyItem", "the tidy list", TidyItemType);

const TidyCountType = builder.objectRef<{ check: TidyCheck; count: number }>("TidyCount").implement({
  description: "How many items of one check there are.",
  fields: (t) => ({
    check: t.expose("check", { type: TidyCheckEnum, description: "The check." }),
    count: t.exposeInt("count", { description: "Its items." }),
  }),
});

interface TidyList {
  loaded: LoadedEcosystem;
  items: readonly TidyItem[];
}

const TidyType = builder.objectRef<TidyList>("Tidy").implement({
  description: "What wants tidying on a day.",
  fields: (t) => ({
    counts: t.field({
      type: [TidyCountType],
      description: "How many items each check has, in the order of the list; 0 included.",
      resolve: ({ items }) =>
        valuesOf(tidyChecks).map((check) => ({ check, count: items.filter((item) => item.check === check).length })),
    }),
    items: t.field({
      type: TidyConnection,
      description: "The items by check, and within one what matters most first.",
      args: {
        check: t.arg({ type: TidyCheckEnum, description: "Only items of this check; of all when absent." }),
        ...pageArgs,
      },
      complexity: pageCost(1),
      resolve: ({ loaded, items }, { check, ...page }) =>
        toConnection(withLoaded(loaded, check ? items.filter((item) => item.check === check) : items), page),
    }),
  }),
});

builder.objectField(EcosystemType, "tidy", (t) =>
  t.field({
    type: TidyType,
    description:
      "What wants tidying: possible duplicates, withdrawn standards still adopted, expired agreements, aged facts, actors without facts. What a review keeps is left out.",
    args: asOfArgs,
    complexity: measureCost,
    resolve: async (ecosystem, args, context) => {
      const { loaded, moment, facts } = await loadAt(ecosystem, args, context);
      return { loaded, items: loaded.measure("tidy", moment, () => tidyList(loaded.document, facts())) };
    },
  }),
);
