import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { type Command, useRegisterCommands } from "../../commands/command-registry.ts";
import { ecosystemsQuery } from "../../graphql/operations.ts";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { EcosystemCard } from "./EcosystemCard.tsx";
import { NewEcosystem } from "./NewEcosystem.tsx";

const emptyList = { additionalTypenames: ["Ecosystem"] };

/** A card for each ecosystem, and the ways to have another. @param choose opens the choice of a file to import */
export function EcosystemList({ choose }: { choose(): void }) {
  const [{ data, error, fetching }, again] = useQuery({ query: ecosystemsQuery, context: emptyList });
  const [beginning, setBeginning] = useState(false);
  const navigate = useNavigate();
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
        { name: "import", label: "Import a file", group: "Ecosystems", keys: "I", run: choose },
        {
          name: "new",
          label: "Begin an empty ecosystem",
          group: "Ecosystems",
          keys: "N",
          run: () => setBeginning(true),
        },
      ],
      [ecosystems, navigate, choose],
    ),
  );
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>Ecosystems</h1>
          <p>Where everybody stands, how well it fits together, and who threatens us.</p>
        </div>
        <div className="page-tools">
          <Button variant="default" size="xs" aria-expanded={beginning} onClick={() => setBeginning(true)}>
            New
          </Button>
          <Button variant="default" size="xs" onClick={choose}>
            Import a file
          </Button>
        </div>
      </div>
      {beginning && <NewEcosystem onClose={() => setBeginning(false)} />}
      {error ? (
        <Failed part error={error} onRetry={() => again({ requestPolicy: "network-only" })} />
      ) : fetching && !ecosystems ? (
        <Loading rows={8} />
      ) : ecosystems?.length === 0 ? (
        <Empty part title="No ecosystem yet">
          Here each ecosystem shows its value proposition, its coherence and its highest threat. Drop an ecosystem
          document (.json) or a landscape (.yml) on this page, choose Import a file, or begin an empty one with New.
        </Empty>
      ) : (
        <>
          <ul className="cards">
            {ecosystems?.map((ecosystem) => (
              <EcosystemCard key={ecosystem.id} ecosystem={ecosystem} />
            ))}
          </ul>
          <p className="quiet">
            Drop an ecosystem document (.json) or a landscape (.yml) anywhere on this page to import it.
          </p>
        </>
      )}
    </div>
  );
}
