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

/** As many rows as the API is asked for of the other two; on paper the three share a page. */
const most = 10;
const inPoints = (share: number) => (share * 100).toFixed(1);

/** What costs most, what would help most and what to find out next, beside each other. */
export function WhatToDo({ ecosystem, date, coherence, interventions, questions }: Props) {
  const { told, rest } = largestLosses(coherence.dimensions, most);
  const where = { ecosystem, date };
  return (
    <div className="three">
      <section className="rule" aria-label="Losses">
        <h2>What costs most</h2>
        {told.length === 0 && <p className="quiet">Nothing that is known costs anything.</p>}
        <Ranked
          {...where}
          rows={told.map(({ dimension, key, label, loss, subjects }) => ({
            id: `${dimension} ${key}`,
            number: inPoints(loss),
            label,
            subjects,
            note: dimensionWords[dimension].label,
          }))}
          rest={rest > 0 ? inPoints(rest) : undefined}
        />
        {coherence.score !== null && (
          <p className="quiet">
            Points of coherence. All losses together are the {inPoints(1 - coherence.score)} that are missing of 100.
          </p>
        )}
      </section>
      <section className="rule" aria-label="Interventions">
        <h2>What would help most</h2>
        {interventions.length === 0 && <p className="quiet">No single change is known to help.</p>}
        <Ranked
          {...where}
          rows={interventions.map(({ kind, key, gain, label, subjects }) => ({
            id: `${kind} ${key}`,
            number: delta(gain),
            label,
            subjects,
          }))}
        />
        {interventions.length > 0 && <p className="quiet">Points that each change alone would add.</p>}
      </section>
      <section className="rule" aria-label="Questions">
        <h2>What to find out next</h2>
        {questions.length === 0 && <p className="quiet">Everything that counts is known.</p>}
        <Ranked
          {...where}
          rows={questions.map(({ dimension, key, label, width, subjects }) => ({
            id: `${dimension} ${key}`,
            number: inPoints(width),
            label,
            subjects,
            note: dimensionWords[dimension].label,
          }))}
        />
        {questions.length > 0 && (
          <p className="quiet">Points of the range from low to high that an answer would settle.</p>
        )}
      </section>
    </div>
  );
}
