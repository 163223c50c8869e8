import { Button, Checkbox, Select } from "@mantine/core";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { describeFailure } from "../../../graphql/client.ts";
import { toWhat } from "../../../map/what-if/changes.ts";
import { delta } from "../../../shared/format.ts";
import { interventionWords } from "../../../shared/words.ts";
import { useMap } from "../map-context.ts";
import { MovedClaims } from "./MovedClaims.tsx";
import { WhatIfResult } from "./WhatIfResult.tsx";
import { interventionsQuery } from "./what-if.graphql.ts";
import "./what-if.css";

/** Tick what could be done, or move a claim: scores and map show what would be, and nothing is stored. */
export function WhatIfPanel() {
  const { ecosystem, time, search, act, supposed } = useMap();
  const [{ data, error, fetching }] = useQuery({
    query: interventionsQuery,
    variables: { key: ecosystem, asOf: time.rest.day },
    pause: time.moving,
  });
  const ticked = search.what ?? [];
  const offered = data?.ecosystem?.interventions ?? [];
  const kinds = useMemo(() => [...new Set(offered.map(({ kind }) => kind))], [offered]);
  const [only, setOnly] = useState<string | null>(null);
  const set = (what: string[]) => act("What if", { what: what.length > 0 ? what : undefined });
  const shown = offered.filter((entry) => !only || entry.kind === only || ticked.includes(toWhat(entry)));
  const gone = ticked.filter((name) => data && !offered.some((entry) => toWhat(entry) === name));

  return (
    <div className="what-if">
      <WhatIfResult />
      {supposed.isAsked && (
        <Button
          size="xs"
          variant="default"
          onClick={() => act("Back to how it is", { what: undefined, moved: undefined })}
        >
          Back to how it is
        </Button>
      )}
      <MovedClaims />
      <section>
        <h3>What would help</h3>
        {error && <p role="alert">{describeFailure(error).detail}</p>}
        {fetching && !data && <p className="quiet">Looking for what would help…</p>}
        {data && offered.length === 0 && (
          <p className="quiet">Nothing known could be better: what is unknown is listed as questions.</p>
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
                  {entry.isIdeal && <span className="quiet">at most </span>}
                  {delta(entry.gain)}
                </span>
              </li>
            );
          })}
        </ul>
        {gone.length > 0 && (
          <p className="quiet">
            {gone.length === 1 ? "One change" : `${gone.length} changes`} of this link{" "}
            {gone.length === 1 ? "is" : "are"} no longer on offer on this date.{" "}
            <button
              type="button"
              className="text-button"
              onClick={() => set(ticked.filter((it) => !gone.includes(it)))}
            >
              Take away
            </button>
          </p>
        )}
      </section>
    </div>
  );
}
