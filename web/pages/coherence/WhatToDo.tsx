import { delta } from "../../shared/format.ts";
import { dimensionWords } from "../../shared/words.ts";
import type { Coherence, Intervention, Question } from "./coherence.graphql.ts";
import { largestLosses } from "./losses.ts";
import { Ranked } from "./Ranked.tsx";

interface Props {
  ecosystem: string;
  date: string | undefined;
  coherence: Coherence;
  interventions: Intervention[];
  questions: Question[];
}

/** Row limit, the same as in the query of the other two lists; on paper the three share a page. */
const maxRows = 10;
const inPoints = (share: number) => (share * 100).toFixed(1);

/** Largest losses, best single actions and open questions, side by side. */
export function WhatToDo({ ecosystem, date, coherence, interventions, questions }: Props) {
  const { listed, rest } = largestLosses(coherence.dimensions, maxRows);
  const where = { ecosystem, date };
  return (
    <div className="three">
      <section className="rule" aria-label="Losses">
        <h2>Largest losses</h2>
        {listed.length === 0 && <p className="quiet">No known losses.</p>}
        <Ranked
          {...where}
          rows={listed.map(({ dimension, key, label, loss, subjects }) => ({
            id: `${dimension} ${key}`,
            number: inPoints(loss),
            label,
            subjects,
            note: dimensionWords[dimension],
          }))}
          rest={rest > 0 ? inPoints(rest) : undefined}
        />
        {coherence.score !== null && (
          <p className="quiet">
            In points of coherence. All losses add up to the {inPoints(1 - coherence.score)} points missing from 100.
          </p>
        )}
      </section>
      <section className="rule" aria-label="Interventions">
        <h2>Best single actions</h2>
        {interventions.length === 0 && <p className="quiet">No single action is known to raise coherence.</p>}
        <Ranked
          {...where}
          rows={interventions.map(({ kind, key, gain, label, subjects }) => ({
            id: `${kind} ${key}`,
            number: delta(gain),
            label,
            subjects,
          }))}
        />
        {interventions.length > 0 && <p className="quiet">Points that each action would add on its own.</p>}
      </section>
      <section className="rule" aria-label="Questions">
        <h2>Open questions</h2>
        {questions.length === 0 && <p className="quiet">No open questions: everything that counts is known.</p>}
        <Ranked
          {...where}
          rows={questions.map(({ dimension, key, label, width, subjects }) => ({
            id: `${dimension} ${key}`,
            number: inPoints(width),
            label,
            subjects,
            note: dimensionWords[dimension],
          }))}
        />
        {questions.length > 0 && (
          <p className="quiet">Points by which the answer would narrow the range from low to high.</p>
        )}
      </section>
    </div>
  );
}
