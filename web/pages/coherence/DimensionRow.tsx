import { Fragment } from "react";
import { ExplainedScore } from "../../scores/ExplainedScore.tsx";
import { partText } from "../../scores/score-text.ts";
import { EvidenceList } from "../../shared/EvidenceList.tsx";
import { count } from "../../shared/format.ts";
import { LabelWithSubjects } from "../../shared/SubjectLinks.tsx";
import { dimensionWords } from "../../shared/words.ts";
import { TopicStances, topicAmong } from "../../stances/TopicStances.tsx";
import type { CoherenceDimension } from "./coherence.graphql.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  dimension: CoherenceDimension;
  /** Too little is known for the losses to stand alone. */
  isIndicative: boolean;
  open: boolean;
  onToggle(open: boolean): void;
}

/** One dimension with its question; expands to its items, the largest loss first, each with its evidence. */
export function DimensionRow({ ecosystem, date, dimension, isIndicative, open, onToggle }: Props) {
  const name = dimensionWords[dimension.kind];
  const reason = dimension.reason === null ? undefined : `Needs ${dimension.reason}.`;
  return (
    <details className="dimension" open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>
        <span className="dimension-name">{name}</span>
        <span className="dimension-question">{dimension.question}</span>
        {dimension.items.length === 0 ? (
          <span className="quiet">No data. {reason}</span>
        ) : (
          <ExplainedScore
            label={name}
            value={dimension.score}
            low={dimension.low}
            high={dimension.high}
            coverage={dimension.coverage}
            isIndicative={dimension.isIndicative}
            reason={reason}
          />
        )}
        <span className="quiet number">{count(dimension.items.length, "item")}</span>
      </summary>
      {open && dimension.items.length > 0 && (
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col">Value</th>
              <th scope="col" className="number">
                Weight
              </th>
              <th scope="col" className="number">
                Loss
              </th>
              <th scope="col">Evidence</th>
            </tr>
          </thead>
          <tbody>
            {dimension.items.map((item) => (
              <Fragment key={item.key}>
                <tr>
                  <td>
                    <LabelWithSubjects ecosystem={ecosystem} date={date} label={item.label} subjects={item.subjects} />
                    {item.reason !== null && topicAmong(item.subjects) === null && (
                      <p className="quiet">Because {item.reason}.</p>
                    )}
                  </td>
                  <td>
                    <ExplainedScore
                      size="small"
                      label={item.label}
                      value={item.value}
                      low={item.low}
                      high={item.high}
                      reason="Not enough data"
                    />
                  </td>
                  <td className="number">{item.weight.toFixed(1)}</td>
                  <td
                    className="number"
                    title={item.loss === null ? "Unknown items cause no loss yet; they widen the range" : undefined}
                  >
                    {item.loss === null ? "–" : partText(isIndicative, item.loss, item.lossLow, item.lossHigh)}
                  </td>
                  <td>
                    <EvidenceList evidence={item.evidence} />
                  </td>
                </tr>
                {topicAmong(item.subjects) !== null && (
                  <tr className="topic-row">
                    <td colSpan={5}>
                      <TopicStances ecosystem={ecosystem} date={date} topic={item.key} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
