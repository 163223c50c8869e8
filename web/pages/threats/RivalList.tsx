import { useState } from "react";
import { KeyHints, useKeyHints } from "../../commands/KeyHints.tsx";
import { ScoreAxis } from "../../scores/ScoreAxis.tsx";
import { count } from "../../shared/format.ts";
import { isComposing } from "../../shared/is-composing.ts";
import { useMayEdit } from "../../shared/use-may-edit.ts";
import { evidenceOf, RivalPanel } from "./RivalPanel.tsx";
import { RivalRow } from "./RivalRow.tsx";
import { leftOpen, type OpenAction, type RivalAction } from "./rival-action.ts";
import type { ThreatAssessment } from "./threats.graphql.ts";
import { focusRival, keysFor, useRivalKeys } from "./use-rival-keys.ts";
import { useTags } from "./use-tags.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  /** Half-life of moves in days; the API's default when absent. */
  halfLife: number | undefined;
  assessment: ThreatAssessment;
  /** Node ids of the moves that count and have no response. */
  unanswered: ReadonlySet<string>;
  /** Key of the expanded rival. */
  expanded: string | undefined;
  onExpand(rival: string | undefined): void;
}

/** The rivals by rank; each row is tagged, responded to and given moves in its place, by keys or buttons. */
export function RivalList({ ecosystem, date, halfLife, assessment, unanswered, expanded, onExpand }: Props) {
  const { focal, rivals } = assessment;
  const mayEdit = useMayEdit();
  const { tags } = useTags(ecosystem, focal.key, { pause: !mayEdit });
  const [opened, setOpened] = useState<OpenAction | null>(() => leftOpen(ecosystem, assessment));
  const [said, setSaid] = useState("");
  const hasHints = useKeyHints();

  const act = (rival: string, does: RivalAction) => {
    const isShut = opened?.rival === rival && opened.does === does;
    setOpened(isShut ? null : { rival, does });
    if (does !== "evidence") return setSaid("");
    // The focus stays on the row, so what has opened beneath it is said.
    focusRival(rival);
    const threat = rivals.find((one) => one.rival.key === rival);
    setSaid(isShut || !threat ? "" : `${count(evidenceOf(threat).length, "source")} shown below ${threat.rival.name}.`);
  };
  useRivalKeys(
    rivals.map(({ rival }) => rival.key),
    mayEdit,
    act,
  );
  const byRank = new Map<number, number>();
  for (const { rank } of rivals) byRank.set(rank, (byRank.get(rank) ?? 0) + 1);
  const keys = keysFor(mayEdit);

  return (
    <div>
      {hasHints && <KeyHints keys={keys} />}
      <p className={said ? "form-note rival-said" : "unseen"} role="status">
        {said}
      </p>
      <div className="rival-axis">
        <ScoreAxis />
      </div>
      {rivals.map((threat) => {
        const { key } = threat.rival;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its controls have opened.
          <div
            key={threat.rival.id}
            className="rival-entry"
            data-rival={key}
            onKeyDown={(event) => {
              if (event.key !== "Escape" || isComposing(event) || opened?.rival !== key) return;
              setOpened(null);
              focusRival(key);
            }}
          >
            <RivalRow
              {...{ ecosystem, date, halfLife, threat, unanswered }}
              focal={focal.key}
              equals={byRank.get(threat.rank)!}
              open={expanded === key}
              onToggle={(open) => {
                if (open === (expanded === key)) return;
                onExpand(open ? key : undefined);
              }}
              keys={hasHints ? keys.flatMap((row) => ("does" in row ? [row.keys] : [])).join(" ") : undefined}
              onAct={mayEdit ? (does) => act(key, does) : undefined}
            />
            {opened?.rival === key && (mayEdit || opened.does === "evidence") && (
              <RivalPanel
                {...{ ecosystem, focal, threat, tags, unanswered }}
                does={opened.does}
                day={assessment.asOf}
                onDone={(text) => {
                  setOpened(null);
                  setSaid(text ?? "");
                  focusRival(key);
                }}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
