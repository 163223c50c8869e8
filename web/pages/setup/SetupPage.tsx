import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useQuery } from "urql";
import { ecosystemHeaderQuery } from "../../graphql/ecosystem-header.graphql.ts";
import type { GridFacts } from "../../grids/model/grid-facts.ts";
import { useGridRecords } from "../../grids/use-grid-records.ts";
import { EditorsOnly } from "../../shared/EditorsOnly.tsx";
import { count, today } from "../../shared/format.ts";
import { Failed, Loading } from "../../shared/States.tsx";
import { useMayEdit } from "../../shared/use-may-edit.ts";
import { ActivitiesStep } from "./ActivitiesStep.tsx";
import { ActorsStep } from "./ActorsStep.tsx";
import { ClaimsStep } from "./ClaimsStep.tsx";
import { FocalStep } from "./FocalStep.tsx";
import { HeadStep } from "./HeadStep.tsx";
import { Progress } from "./Progress.tsx";
import type { Header, SetupProps } from "./setup-props.ts";
import { type SetupStep, setupSteps } from "./setup-search.ts";
import "./setup.css";

const route = getRouteApi("/e/$ecosystem/setup");

const titles: Readonly<Record<SetupStep, string>> = {
  name: "Name and value proposition",
  focal: "Focal firm",
  actors: "Who takes part",
  activities: "Activities",
  claims: "Who does what",
};

/** What is recorded of a step; null: nothing yet. */
function doneOf(step: SetupStep, { name, focal, valueProposition }: Header, facts: GridFacts): string | null {
  const counted = (n: number, one: string, many?: string) => (n === 0 ? null : count(n, one, many));
  switch (step) {
    case "name":
      return valueProposition ? name : null;
    case "focal":
      return focal?.name ?? null;
    case "actors": {
      const others = facts.valid("ACTORS").filter(({ key }) => key !== focal?.key).length;
      return counted(others, "other actor");
    }
    case "activities":
      return counted(facts.valid("ACTIVITIES").length, "activity", "activities");
    case "claims":
      return counted(facts.valid("CLAIMS").length, "claim");
  }
}

const kinds = ["ACTORS", "ACTIVITIES", "CLAIMS"] as const;

/** Set-up of an ecosystem in five steps, each of which can be left and taken up again; the score stands beside. */
export default function SetupPage() {
  const { ecosystem: key } = route.useParams();
  const mayEdit = useMayEdit();
  const [{ data, error }, again] = useQuery({ query: ecosystemHeaderQuery, variables: { key } });
  const ecosystem = data?.ecosystem;
  if (error) return <Failed error={error} onRetry={() => again()} />;
  if (!ecosystem) return <Loading />;
  if (!mayEdit) return <EditorsOnly title="Set-up" ecosystem={key} />;
  return <Steps ecosystem={ecosystem} />;
}

function Steps({ ecosystem }: { ecosystem: Header }) {
  const { key } = ecosystem;
  const { date, step } = route.useSearch();
  const navigate = route.useNavigate();
  const { facts, error, submit, changes, reload } = useGridRecords(key, kinds, date ?? today());
  const section = useRef<HTMLElement>(null);
  const isLoaded = facts !== undefined && facts !== null;
  // The button of the step before is gone with its focus, and a long step leaves the page scrolled below a short one.
  useEffect(() => {
    if (step === undefined || !isLoaded || !section.current || document.activeElement !== document.body) return;
    section.current.querySelector("h2")?.scrollIntoView({ block: "nearest" });
    const first = section.current.querySelector<HTMLElement>(":is(input, textarea, select):enabled");
    (first ?? section.current).focus({ preventScroll: true });
  }, [step, isLoaded]);
  if (error) return <Failed error={error} onRetry={reload} />;
  if (!facts) return <Loading />;
  const open = (next: SetupStep) => navigate({ search: (before) => ({ ...before, step: next }) });
  const current = step ?? setupSteps.find((one) => doneOf(one, ecosystem, facts) === null) ?? "claims";
  const onDone = () => void open(setupSteps[setupSteps.indexOf(current) + 1] ?? "claims");
  const props: SetupProps = { ecosystem, facts, submit, onDone };
  return (
    <div className="page page-wide setup">
      <div className="page-head">
        <div>
          <h1>Set-up</h1>
          <p>Five steps to a first map. Leave at any time: what is recorded stays, and so does what is typed.</p>
        </div>
      </div>
      <div className="setup-body">
        <nav aria-label="Steps">
          <ol className="setup-steps">
            {setupSteps.map((one) => {
              const done = doneOf(one, ecosystem, facts);
              return (
                <li key={one} data-done={done !== null || undefined}>
                  <button type="button" aria-current={one === current ? "step" : undefined} onClick={() => open(one)}>
                    {titles[one]}
                  </button>
                  <span className="quiet">{done ?? "Nothing yet"}</span>
                </li>
              );
            })}
          </ol>
        </nav>
        <section ref={section} tabIndex={-1} className="setup-step" aria-label={titles[current]}>
          <h2>{titles[current]}</h2>
          {current === "name" && <HeadStep key={ecosystem.revision} ecosystem={ecosystem} onDone={onDone} />}
          {current === "focal" && <FocalStep {...props} />}
          {current === "actors" && <ActorsStep {...props} />}
          {current === "activities" && <ActivitiesStep {...props} />}
          {current === "claims" && <ClaimsStep {...props} flush={() => changes.queue.flush()} />}
        </section>
        <Progress ecosystem={key} date={date} />
      </div>
    </div>
  );
}
