import { Link } from "@tanstack/react-router";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useQuery } from "urql";
import { changes } from "../graphql/client.ts";
import { meQuery } from "../graphql/me.graphql.ts";
import { count } from "../shared/format.ts";
import type { Change } from "./shared-changes.ts";
import "./change-notice.css";

const shownMillis = 8_000;
/** Records of one change that the server names. */
const maxNamed = 1_000;

/** What somebody changed, for the notice: the record's name, or how many. */
export function whatChanged({ changed }: Change): string {
  if (!changed || changed.length === 0) return "this ecosystem";
  const [only] = changed;
  if (changed.length === 1) return only!.label;
  return changed.length < maxNamed ? count(changed.length, "record") : `${count(maxNamed, "record")} or more`;
}

/** Quiet notice that another person has changed something; the page has been updated already. */
export function ChangeNotice({ ecosystem }: { ecosystem: string }) {
  const [{ data }] = useQuery({ query: meQuery });
  const me = data?.me.name;
  const latest = useSyncExternalStore(changes.subscribe, changes.latest);
  const [isOver, setOver] = useState<Change | null>(null);
  const change = latest?.key === ecosystem ? latest.change : null;
  const isShown = change !== null && change !== isOver && change.who !== null && change.who !== me;
  useEffect(() => {
    if (!isShown) return;
    const timer = setTimeout(() => setOver(change), shownMillis);
    return () => clearTimeout(timer);
  }, [isShown, change]);
  return (
    <div className="change-notice" role="status">
      {isShown && (
        <p>
          <strong>
            <bdi>{change.who}</bdi>
          </strong>{" "}
          changed <bdi>{whatChanged(change)}</bdi>.{" "}
          <Link to="/e/$ecosystem/changes" params={{ ecosystem }}>
            Show changes
          </Link>
        </p>
      )}
    </div>
  );
}
