import type { LoadedEcosystem, RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import { groupBy } from "../shared/groups.ts";
import { keptFor } from "../shared/memo.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { Move, RecordType } from "./records.graphql.ts";

type Dated = RecordNode<"moves"> | RecordNode<"responses">;

builder.objectField(Actor, "moves", (t) =>
  t.field({
    type: [Move],
    description: "All its moves, of all dates, newest first.",
    resolve: async (actor) => movesByActor(await actor.load()).get(actor.key) ?? [],
  }),
);

builder.objectField(Move, "responses", (t) =>
  t.field({
    type: [RecordType],
    description: "The responses of others to it, of all dates, newest first.",
    resolve: ({ loaded, key }) => responsesByMove(loaded).get(key) ?? [],
  }),
);

const movesByActor = keptFor((loaded: LoadedEcosystem) =>
  newestFirst(loaded.all("moves"), ({ record }) => record.actor),
);
const responsesByMove = keptFor((loaded: LoadedEcosystem) =>
  newestFirst(loaded.all("responses"), ({ record }) => record.move),
);

function newestFirst<Entry extends Dated>(entries: readonly Entry[], of: (entry: Entry) => string) {
  return groupBy(
    [...entries].sort((a, b) => b.record.date.localeCompare(a.record.date)),
    of,
  );
}
