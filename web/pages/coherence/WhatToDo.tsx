import { Link } from "@tanstack/react-router";
import type { DimensionKind } from "../../graphql/schema-types.ts";
import { placeOfQuestion } from "../../grids/model/question-place.ts";
import { partText, tooLittleKnown } from "../../scores/score-text.ts";
import { fine } from "../../shared/format.ts";
import { dimensionWords } from "../../shared/words.ts";
import { TopicStances, topicAmong } from "../../stances/TopicStances.tsx";
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

/** Largest losses, best single actions and open questions, side by side. */
export function WhatToDo({ ecosystem, date, coherence, interventions, questions }: Props) {
  const { listed, rest, others, equalToLast } = largestLosses(coherence.dimensions, maxRows);
  const { isIndicative, coverage } = coherence;
  const where = { ecosystem, date };
  return (
    <div className="three">
      <section className="rule" aria-label="Losses">
        <h2>Largest losses</h2>
        {listed.length === 0 && <p className="quiet">No known losses.</p>}
        <Ranked
          {...where}
          rows={listed.map(({ dimension, key, label, reason, loss, lossLow, lossHigh, subjects }) => {
            const isTopic = topicAmong(subjects) !== null;
            const words = dimensionWords[dimension];
            return {
              id: `${dimension} ${key}`,
              number: partText(isIndicative, loss, lossLow, lossHigh),
              label,
              subjects,
              // Who says what of a topic stands below.
              note: isTopic ? words : `${words}: ${reason}`,
              more: isTopic && <TopicStances {...where} topic={key} />,
            };
          })}
          rest={rest > 0 && !isIndicative ? fine(rest) : others > 0 ? "" : undefined}
          restLabel={equalToLast > 0 ? `All others, of which ${equalToLast} cost as much as the last` : "All others"}
        />
        {coherence.score !== null &&
          (isIndicative ? (
            <p className="quiet">
              In points of coherence; {tooLittleKnown(coverage)}. From what an item costs once everything else is known
              to what it costs among what is known.
            </p>
          ) : (
            <p className="quiet">
              In points of coherence. All losses add up to the {fine(1 - coherence.score)} points missing from 100.
            </p>
          ))}
      </section>
      <section className="rule" aria-label="Interventions">
        <h2>Best single actions</h2>
        {interventions.length === 0 && <p className="quiet">No single action is known to raise coherence.</p>}
        <Ranked
          {...where}
          rows={interventions.map(({ kind, key, gain, gainLow, gainHigh, label, subjects }) => ({
            id: `${kind} ${key}`,
            number: `+${partText(isIndicative, gain, gainLow, gainHigh)}`,
            label,
            subjects,
          }))}
        />
        {interventions.length > 0 && (
          <p className="quiet">
            Points that each action would add on its own
            {isIndicative && `; ${tooLittleKnown(coverage)}, so that each is a range like the losses`}.
          </p>
        )}
      </section>
      <section className="rule" aria-label="Questions">
        <h2>Open questions</h2>
        {questions.length === 0 && <p className="quiet">No open questions: everything that counts is known.</p>}
        <Ranked
          {...where}
          rows={questions.map(({ dimension, key, label, width, subjects }) => ({
            id: `${dimension} ${key}`,
            number: fine(width),
            label,
            subjects,
            note: <QuestionNote {...where} dimension={dimension} itemKey={key} />,
          }))}
        />
        {questions.length > 0 && (
          <p className="quiet">Points by which the answer would narrow the range from low to high.</p>
        )}
      </section>
    </div>
  );
}

interface QuestionNoteProps {
  ecosystem: string;
  date: string | undefined;
  dimension: DimensionKind;
  /** Key of the item of the dimension. */
  itemKey: string;
}

/** The dimension of a question, and the cell that answers it. */
function QuestionNote({ ecosystem, date, dimension, itemKey }: QuestionNoteProps) {
  const place = placeOfQuestion(dimension, itemKey);
  return (
    <>
      {dimensionWords[dimension]}
      <span className="screen-only">
        {" · "}
        <Link to="/e/$ecosystem/grids" params={{ ecosystem }} search={{ ...(date && { date }), ...place }}>
          Open in grid
        </Link>
      </span>
    </>
  );
}
