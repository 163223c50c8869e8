import { getRouteApi } from "@tanstack/react-router";
import { useQuery } from "urql";
import { EditorsOnly } from "../../shared/EditorsOnly.tsx";
import { Failed, Loading } from "../../shared/States.tsx";
import { useMayEdit } from "../../shared/use-may-edit.ts";
import { CopyForm } from "./CopyForm.tsx";
import { DeleteForm } from "./DeleteForm.tsx";
import { HeadForm } from "./HeadForm.tsx";
import { settingsQuery } from "./settings.graphql.ts";
import "./settings.css";

const route = getRouteApi("/e/$ecosystem/settings");

/** The ecosystem itself: its name, value proposition, description and focal firm; copying and deleting it. */
export default function SettingsPage() {
  const { ecosystem: key } = route.useParams();
  const mayEdit = useMayEdit();
  const [{ data, error, fetching }, again] = useQuery({ query: settingsQuery, variables: { key } });
  if (error && !data) return <Failed error={error} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (fetching && !data) return <Loading rows={6} />;
  const head = data?.ecosystem;
  if (!head) return null;
  if (!mayEdit) return <EditorsOnly title="Settings" ecosystem={key} />;
  return (
    <div className="page settings">
      <div className="page-head">
        <div>
          <h1>Settings</h1>
          <p className="quiet">Key: {head.key}</p>
        </div>
      </div>
      <HeadForm key={`head ${key}`} head={head} />
      <CopyForm key={`copy ${key}`} head={head} />
      <DeleteForm key={`delete ${key}`} head={head} />
    </div>
  );
}
