import type { ReactNode } from "react";
import { useQuery } from "urql";
import { formatDate } from "../../shared/format.ts";
import { Empty } from "../../shared/States.tsx";
import { actorNameQuery } from "./threats.graphql.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  /** Key of the firm that was asked for; undefined where there is none. */
  focal: string | undefined;
  /** The way to choose another. */
  children: ReactNode;
}

/** Why there are no threats to show from this seat, and what to do. */
export function NotPlaced({ ecosystem, date, focal, children }: Props) {
  const [{ data, fetching }] = useQuery({
    query: actorNameQuery,
    variables: { key: ecosystem, actor: focal ?? "" },
    pause: focal === undefined,
  });
  const actor = data?.ecosystem?.actor;
  if (focal === undefined) {
    return (
      <Empty title="Nobody to be threatened yet">
        <p>
          Threats are seen from a focal firm. Name one in the ecosystem document (focal), with claims on the activities
          that it does, and import it, or choose one here.
        </p>
        <div className="not-placed">{children}</div>
      </Empty>
    );
  }
  if (fetching) return null;
  if (!actor) {
    return (
      <Empty title={`There is no actor “${focal}”`}>
        <p>The link may be older than the facts, or mistyped. Choose from whose seat threats are seen.</p>
        <div className="not-placed">{children}</div>
      </Empty>
    );
  }
  return (
    <Empty title={`${actor.name} has no position ${date ? `on ${formatDate(date)}` : "yet"}`}>
      <p>
        Threats are seen from where a firm stands. No claim says that {actor.name} does any activity
        {date ? " on that day: choose a later one" : ": import one"}, or see them from another firm's seat.
      </p>
      {children}
    </Empty>
  );
}
