import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { meQuery } from "../graphql/me.graphql.ts";
import { Empty, Failed, Loading } from "./States.tsx";

/** In place of a page on which the ecosystem is changed, for a person who may only read it, or of whom it is not known yet. */
export function EditorsOnly({ title, ecosystem }: { title: string; ecosystem: string }) {
  const [{ data, error }, ask] = useQuery({ query: meQuery });
  if (!data)
    return error ? <Failed error={error} onRetry={() => ask({ requestPolicy: "network-only" })} /> : <Loading />;
  return (
    <Empty title={title}>
      <p>You can read this ecosystem but not change it.</p>
      <Link to="/e/$ecosystem/map" params={{ ecosystem }}>
        Open map
      </Link>
    </Empty>
  );
}
