import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useQuery } from "urql";
import { type Command, useRegisterCommands } from "../../commands/command-registry.ts";
import { connection } from "../../graphql/client.ts";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { useMayEdit } from "../../shared/use-may-edit.ts";
import { DeletedEcosystems } from "./DeletedEcosystems.tsx";
import { EcosystemCard } from "./EcosystemCard.tsx";
import { ecosystemsQuery } from "./ecosystems.graphql.ts";
import { NewEcosystem } from "./NewEcosystem.tsx";

/** Milliseconds between two looks at the list: it is no single ecosystem's, whose changes a stream would tell. */
const lookInterval = 10_000;
const emptyList = { additionalTypenames: ["Ecosystem"] };

/** List of ecosystems, with the commands that create or import one. @param choose opens the file picker of the import */
export function EcosystemList({ choose }: { choose(): void }) {
  const [{ data, error, fetching }, again] = useQuery({ query: ecosystemsQuery, context: emptyList });
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "hidden" || connection.now().kind !== "well") return;
      again({ requestPolicy: "network-only" });
    };
    const timer = setInterval(look, lookInterval);
    return () => clearInterval(timer);
  }, [again]);
  const [creating, setCreating] = useState(false);
  const navigate = useNavigate();
  const mayEdit = useMayEdit();
  const ecosystems = data?.ecosystems;
  useRegisterCommands(
    useMemo(
      (): Command[] => [
        ...(ecosystems ?? []).map(({ key, name }) => ({
          name: `open ${key}`,
          label: `Open ${name}`,
          group: "Ecosystems",
          run: () => void navigate({ to: "/e/$ecosystem/map", params: { ecosystem: key } }),
        })),
        ...(mayEdit
          ? [
              { name: "import", label: "Import file", group: "Ecosystems", keys: "I", run: choose },
              { name: "new", label: "New ecosystem", group: "Ecosystems", keys: "N", run: () => setCreating(true) },
            ]
          : []),
      ],
      [ecosystems, navigate, choose, mayEdit],
    ),
  );
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>Ecosystems</h1>
          <p>Positions, coherence and competitive threats</p>
        </div>
        {mayEdit && (
          <div className="page-tools">
            <Button variant="default" size="xs" aria-expanded={creating} onClick={() => setCreating(true)}>
              New ecosystem
            </Button>
            <Button variant="default" size="xs" onClick={choose}>
              Import file
            </Button>
          </div>
        )}
      </div>
      {creating && <NewEcosystem onClose={() => setCreating(false)} />}
      {error ? (
        <Failed part error={error} onRetry={() => again({ requestPolicy: "network-only" })} />
      ) : fetching && !ecosystems ? (
        <Loading rows={8} />
      ) : ecosystems?.length === 0 ? (
        <Empty part title="No ecosystems yet">
          <p>
            Each ecosystem will appear here with its value proposition, its coherence and its highest competitive
            threat.
            {mayEdit &&
              " To import one, drop a spreadsheet, a graph, a landscape or an ecosystem document on this page."}
          </p>
          {mayEdit && (
            <Button size="xs" onClick={() => setCreating(true)}>
              Create ecosystem
            </Button>
          )}
        </Empty>
      ) : (
        <>
          <ul className="cards">
            {ecosystems?.map((ecosystem) => (
              <EcosystemCard key={ecosystem.id} ecosystem={ecosystem} />
            ))}
          </ul>
          {mayEdit && (
            <p className="quiet">
              To import, drop a spreadsheet, a graph, a landscape or an ecosystem document anywhere on this page.
            </p>
          )}
        </>
      )}
      {mayEdit && <DeletedEcosystems />}
    </div>
  );
}
