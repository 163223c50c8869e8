import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useQuery } from "urql";
import { Brand, SchemeToggle } from "../../app/Brand.tsx";
import { ConnectionNotice } from "../../app/ConnectionNotice.tsx";
import { ecosystemsQuery } from "../../graphql/operations.ts";
import { ImportDrop } from "../../import/ImportDrop.tsx";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { EcosystemCard } from "./EcosystemCard.tsx";
import "./ecosystems.css";

const emptyList = { additionalTypenames: ["Ecosystem"] };

/** All ecosystems, one card each; a file dropped anywhere on the page is imported. */
export default function EcosystemsPage() {
  const [{ data, error, fetching }, again] = useQuery({ query: ecosystemsQuery, context: emptyList });
  useEffect(() => {
    document.title = "Ecotone";
  }, []);
  const ecosystems = data?.ecosystems ?? [];
  return (
    <div className="frame">
      <header className="bar">
        <Brand />
        <div className="bar-tools">
          <SchemeToggle />
        </div>
      </header>
      <ConnectionNotice />
      <main className="frame-content">
        <ImportDrop>
          {(choose) => (
            <div className="page">
              <div className="page-head">
                <div>
                  <h1>Ecosystems</h1>
                  <p>Where everybody stands, how well it fits together, and who threatens us.</p>
                </div>
                <Button variant="default" size="xs" onClick={choose}>
                  Import a file
                </Button>
              </div>
              {error ? (
                <Failed part error={error} onRetry={() => again({ requestPolicy: "network-only" })} />
              ) : fetching && !data ? (
                <Loading rows={8} />
              ) : ecosystems.length === 0 ? (
                <Empty part title="No ecosystem yet">
                  Here each ecosystem shows its value proposition, its coherence and its highest threat. Drop an
                  ecosystem document (.json) or a landscape (.yml) on this page, or choose Import a file.
                </Empty>
              ) : (
                <ul className="cards">
                  {ecosystems.map((ecosystem) => (
                    <EcosystemCard key={ecosystem.id} ecosystem={ecosystem} />
                  ))}
                </ul>
              )}
              {ecosystems.length > 0 && (
                <p className="quiet">
                  Drop an ecosystem document (.json) or a landscape (.yml) anywhere on this page to import it.
                </p>
              )}
            </div>
          )}
        </ImportDrop>
      </main>
    </div>
  );
}
