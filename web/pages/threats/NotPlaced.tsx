import type { ReactNode } from "react";
import { useQuery } from "urql";
import { FillLinks } from "../../shared/FillLinks.tsx";
import { formatDate } from "../../shared/format.ts";
import { Empty } from "../../shared/States.tsx";
import { actorNameQuery } from "./threats.graphql.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  /** Key of the requested focal firm; undefined without one. */
  focal: string | undefined;
  /** Whether any firm can be chosen. */
  canChoose: boolean;
  /** Selector of another firm. */
  children: ReactNode;
}

/** Empty state: why there are no competitive threats for this focal firm, and what to do. */
export function NotPlaced({ ecosystem, date, focal, canChoose, children }: Props) {
  const [{ data, fetching }] = useQuery({
    query: actorNameQuery,
    variables: { key: ecosystem, actor: focal ?? "" },
    pause: focal === undefined,
  });
  const actor = data?.ecosystem?.actor;
  if (focal === undefined) {
    return (
      <Empty title="No focal firm set">
        <p>
          Competitive threats will appear here, from the viewpoint of a focal firm.{" "}
          {canChoose
            ? "Choose a firm that has a part in an activity."
            : "Record who takes part in which activity, by claims or offerings, to choose one."}
        </p>
        {canChoose ? <div className="not-placed">{children}</div> : <FillLinks ecosystem={ecosystem} step="claims" />}
      </Empty>
    );
  }
  if (fetching) return null;
  if (!actor) {
    return (
      <Empty title={`Actor “${focal}” not found`}>
        <p>The link may be outdated or mistyped. Choose a focal firm.</p>
        <div className="not-placed">{children}</div>
      </Empty>
    );
  }
  return (
    <Empty title={`${actor.name} has no position ${date ? `on ${formatDate(date)}` : "yet"}`}>
      <p>
        Competitive threats depend on the position of the focal firm, and there are no claims about the activities of{" "}
        {actor.name}
        {date ? " on this date. Choose a later date" : ". Record some"}
        {canChoose ? ", or choose another focal firm." : "."}
      </p>
      {children}
      {!date && <FillLinks ecosystem={ecosystem} step="claims" />}
    </Empty>
  );
}
