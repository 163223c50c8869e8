import { CloseButton } from "@mantine/core";
import { lazy, Suspense } from "react";
import { distinctEvidence, EvidenceList } from "../../shared/EvidenceList.tsx";
import { count } from "../../shared/format.ts";
import { Loading } from "../../shared/States.tsx";
import { waitingText } from "../../shared/waiting-text.ts";
import { MoveForm } from "./MoveForm.tsx";
import { ResponseForm } from "./ResponseForm.tsx";
import { moveToAnswer, type RivalAction } from "./rival-action.ts";
import type { Threat } from "./threats.graphql.ts";
import { type TagRow, tagsOn } from "./use-tags.ts";

const TagForm = lazy(() => import("./TagForm.tsx"));

interface Props {
  ecosystem: string;
  focal: { key: string; name: string };
  threat: Threat;
  does: RivalAction;
  tags: readonly TagRow[];
  unanswered: ReadonlySet<string>;
  /** The day that the page shows. */
  day: string;
  /** Closes the panel and says what was done; null where nothing was. */
  onDone(text: string | null): void;
}

/** What a key opens beneath the row of a rival: the form of a tag, a response or a move, or its evidence. */
export function RivalPanel({ ecosystem, focal, threat, does, tags, unanswered, day, onDone }: Props) {
  const { rival } = threat;
  const cancel = () => onDone(null);
  if (does === "tag")
    return (
      <div className="rival-panel">
        <Suspense fallback={<Loading rows={2} />}>
          <TagForm
            {...{ ecosystem, threat }}
            focal={focal.key}
            tags={tagsOn(tags, rival.key)}
            what="type"
            onDone={(isSaved, isWaiting) =>
              onDone(isSaved ? (isWaiting ? waitingText : `Tagged: ${rival.name}.`) : null)
            }
          />
        </Suspense>
      </div>
    );
  if (does === "move")
    return (
      <div className="rival-panel">
        <MoveForm {...{ ecosystem, day }} actor={rival} onDone={onDone} onCancel={cancel} />
      </div>
    );
  if (does === "response") {
    const move = moveToAnswer(threat.moves, unanswered);
    return (
      <div className="rival-panel">
        {move ? (
          <ResponseForm {...{ ecosystem, focal, move, day }} onDone={onDone} onCancel={cancel} />
        ) : (
          <p className="quiet">No move of {rival.name} is recorded. Log one first, then respond to it.</p>
        )}
      </div>
    );
  }
  const evidence = evidenceOf(threat);
  return (
    <section className="rival-panel" aria-label={`Evidence for ${rival.name}`}>
      <header>
        <h3>{count(evidence.length, "source")}</h3>
        <CloseButton size="sm" aria-label="Close the evidence" onClick={cancel} />
      </header>
      <EvidenceList evidence={evidence} />
    </section>
  );
}

/** Everything that the threat of a rival rests on. */
export const evidenceOf = ({ factors, dampers, moves }: Threat) =>
  distinctEvidence([
    ...[...factors, ...dampers].flatMap(({ terms }) => terms.map(({ evidence }) => evidence)),
    ...moves.map(({ evidence }) => evidence),
  ]);
