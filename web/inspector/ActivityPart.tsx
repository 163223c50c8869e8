import type { Boundary } from "../map/model/facts.graphql.ts";
import { ExplainedScore } from "../scores/ExplainedScore.tsx";
import { points } from "../shared/format.ts";
import { boundaryMeanings, boundaryWords, layerWords } from "../shared/words.ts";
import { ClaimTable } from "./ClaimTable.tsx";
import { AddButton } from "./edit/AddButton.tsx";
import { Fact } from "./Fact.tsx";
import { RecordLinks } from "./RecordLinks.tsx";

interface Props {
  boundary: Boundary;
  /** An editor has the fields elsewhere. */
  isEditor: boolean;
  onSelect(id: string): void;
}

/** Inspector part of an activity: its fields, its leads, its boundary status and its claims. */
export function ActivityPart({ boundary, isEditor, onSelect }: Props) {
  const { activity, status } = boundary;
  return (
    <>
      {!isEditor && (
        <dl className="facts">
          <Fact name="Layer" value={activity.layer && layerWords[activity.layer]} />
          <Fact name="Importance" value={`${activity.importance} of 5`} />
          <Fact name="Required" value={activity.required ? "Yes" : "No"} />
          <Fact name="Serviceness" value={activity.serviceness === null ? null : points(activity.serviceness)} />
        </dl>
      )}
      <section className="inspector-part">
        <h3>
          Boundary{" "}
          <span className="tag" data-status={status}>
            {boundaryWords[status]}
          </span>
        </h3>
        <p className="quiet">{boundaryMeanings[status]}</p>
        <ExplainedScore
          size="small"
          label="Boundary score"
          value={boundary.value}
          reason="There are no claims about this activity."
        />
        <Leads title="Self-reported lead" actors={boundary.leads} onSelect={onSelect} />
        <Leads title="Lead according to others" actors={boundary.attributed} onSelect={onSelect} />
      </section>
      {boundary.claims.length > 0 && (
        <section className="inspector-part">
          <h3>Claims</h3>
          <ClaimTable claims={boundary.claims} show="about" onSelect={onSelect} />
        </section>
      )}
      <AddButton kind="CLAIMS" preset={(activity) => ({ activity })} />
    </>
  );
}

interface LeadsProps {
  title: string;
  actors: Boundary["leads"];
  onSelect(id: string): void;
}

function Leads({ title, actors, onSelect }: LeadsProps) {
  if (actors.length === 0) return null;
  return (
    <p>
      <span className="quiet">{title}: </span>
      <RecordLinks records={actors} onSelect={onSelect} />
    </p>
  );
}
