import { dayInWords } from "../../../shared/format.ts";
import { refOf, refTo } from "../../../shared/record-ref.ts";
import { actorName, adopts } from "../../../time/facts.ts";
import type { Check } from "../check.ts";

/** Adoptions, in force, of standards that are withdrawn. */
export const withdrawnStandards: Check = ({ facts }) =>
  [...facts.standards.values()]
    .filter(({ status }) => status === "WITHDRAWN")
    .flatMap((standard) => {
      const { key, name, history = [] } = standard;
      const since = history.filter((it) => it.status === "WITHDRAWN" && it.on <= facts.asOf).at(-1)?.on ?? null;
      return [...facts.adoptions].flatMap(([actor, adopted]) => {
        const adoption = adopted.get(key);
        if (!adoption || !adopts(facts, actor, key)) return [];
        const when = since ? ` on ${dayInWords(since)}` : "";
        return {
          subjects: [refOf("adoptions", adoption), refTo("standards", key), refTo("actors", actor)],
          named: 1,
          sentence: `${actorName(facts, actor)} adopts ${name}, which was withdrawn${when}.`,
          effect: null,
          since,
          order: adoption.extent,
        };
      });
    });
