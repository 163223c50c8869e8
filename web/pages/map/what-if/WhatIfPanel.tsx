import { Button, Checkbox, Select } from "@mantine/core";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { describeFailure } from "../../../graphql/client.ts";
import { toWhat } from "../../../map/model/what-if/changes.ts";
import { partText, tooLittleKnown } from "../../../scores/score-text.ts";
import { interventionWords } from "../../../shared/words.ts";
import { useMapActions, useMapState } from "../map-context.ts";
import { MovedClaims } from "./MovedClaims.tsx";
import { WhatIfResult } from "./WhatIfResult.tsx";
import { interventionsQuery } from "./what-if.graphql.ts";
import "./what-if.css";

/** What-if panel: select interventions or move claims; score and map show the scenario, and nothing is stored. */
export function WhatIfPanel() {
  const { ecosystem, time, search, scenario } = useMapState();
  const { dispatch } = useMapActions();
  const [{ data, error, fetching }] = useQuery({
    query: interventionsQuery,
    variables: { key: ecosystem, asOf: time.rest.day },
    pause: time.moving,
  });
  const ticked = search.what ?? [];
  const offered = data?.ecosystem?.interventions ?? [];
  const { isIndicative = false, coverage } = data?.ecosystem?.coherence ?? {};
  const kinds = useMemo(() => [...new Set(offered.map(({ kind }) => kind))], [offered]);
  const [only, setOnly] = useState<string | null>(null);
  const set = (what: string[]) => dispatch("What if", { what: what.length > 0 ? what : undefined });
  const shown = offered.filter((entry) => !only || entry.kind === only || ticked.includes(toWhat(entry)));
  const removed = ticked.filter((name) => data && !offered.some((entry) => toWhat(entry) === name));

  return (
    <div className="what-if">
      <WhatIfResult />
      {scenario.isAsked && (
        <Button
          size="xs"
          variant="default"
          onClick={() => dispatch("Discard scenario", { what: undefined, moved: undefined })}
        >
          Discard scenario
        </Button>
      )}
      <MovedClaims />
      <section>
        <h3>Suggested actions</h3>
        {error && <p role="alert">{describeFailure(error).detail}</p>}
        {fetching && !data && <p className="quiet">Loading suggestions…</p>}
        {data && offered.length === 0 && (
          <p className="quiet">
            No suggestions: all known facts are at their best. Open questions are listed in the coherence report.
          </p>
        )}
        {isIndicative && offered.length > 0 && (
          <p className="quiet">
            Gains are ranges, because {tooLittleKnown(coverage)}: from what an action brings once everything else is
            known to what it brings among what is known.
          </p>
        )}
        {kinds.length > 1 && (
          <Select
            size="xs"
            aria-label="Kind of intervention"
            placeholder="All kinds"
            clearable
            data={kinds.map((kind) => ({ value: kind, label: interventionWords[kind] }))}
            value={only}
            onChange={setOnly}
          />
        )}
        <ul className="what-if-list">
          {shown.map((entry) => {
            const name = toWhat(entry);
            return (
              <li key={name}>
                <Checkbox
                  size="xs"
                  checked={ticked.includes(name)}
                  onChange={(event) =>
                    set(event.currentTarget.checked ? [...ticked, name] : ticked.filter((other) => other !== name))
                  }
                  label={entry.label}
                  description={entry.changes.join(" ")}
                />
                <span className="what-if-gain">
                  {entry.isIdeal && <span className="quiet">at most </span>}+
                  {partText(isIndicative, entry.gain, entry.gainLow, entry.gainHigh)}
                </span>
              </li>
            );
          })}
        </ul>
        {removed.length > 0 && (
          <p className="quiet">
            {removed.length === 1 ? "One change" : `${removed.length} changes`} in this link{" "}
            {removed.length === 1 ? "is" : "are"} no longer on offer on this date.{" "}
            <button
              type="button"
              className="text-button"
              onClick={() => set(ticked.filter((it) => !removed.includes(it)))}
            >
              Remove
            </button>
          </p>
        )}
      </section>
    </div>
  );
}
