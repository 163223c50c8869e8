import { CloseButton } from "@mantine/core";
import { useQuery } from "urql";
import { type NodeDetail, nodeQuery } from "../graphql/operations.ts";
import type { Evidence } from "../graphql/types.ts";
import { recordOfEdge } from "../map/model/edge-record.ts";
import { EvidenceList } from "../shared/EvidenceList.tsx";
import { Failed, Loading } from "../shared/States.tsx";
import { ActivityPart } from "./ActivityPart.tsx";
import { ActorPart } from "./ActorPart.tsx";
import { ClaimPart, claimName } from "./ClaimPart.tsx";
import { GatheredPart, relationName } from "./GatheredPart.tsx";
import { kindWords } from "./kind-words.ts";
import { MovePart } from "./MovePart.tsx";
import type { InspectorProps } from "./props.ts";
import { RecordFacts } from "./RecordFacts.tsx";
import { RelationsPart } from "./RelationsPart.tsx";
import { validityWords } from "./validity.ts";
import "./inspector.css";

/** What we know of the selected record, since when, how surely, and from which evidence. */
export function Inspector(props: InspectorProps) {
  const { id, nodes, edges, boundaries, date, onSelect } = props;
  const [{ data, error, fetching }, again] = useQuery({ query: nodeQuery, variables: { id } });
  const drawn = nodes.find((node) => node.id === id);
  const node = data?.node?.id === id ? data.node : null;
  const edge = drawn ? undefined : edges.find((one) => recordOfEdge(one) === id);
  const boundary = boundaries.find((entry) => entry.activity.id === id);
  const fact = node ?? drawn ?? edge;
  const kind = kindWords(node?.kind ?? node?.__typename ?? drawn?.kind ?? (edge && "RELATIONS"));
  const name = drawn?.label ?? nameOf(node) ?? (edge && relationName(edge, nodes));
  return (
    <aside className="inspector" aria-label="Inspector">
      <header className="inspector-head">
        <div>
          <p className="quiet">{kind.label}</p>
          <h2>
            <bdi>{name ?? (fetching ? "…" : "Gone")}</bdi>
          </h2>
          {fact && !kind.isWord && <p className="quiet">{validityWords(fact)}</p>}
        </div>
        <CloseButton aria-label="Close the inspector" onClick={() => onSelect(null)} />
      </header>
      {error && <Failed part error={error} onRetry={() => again({ requestPolicy: "network-only" })} />}
      {fetching && !node && <Loading rows={5} />}
      {!fetching && !error && !fact && (
        <p className="quiet">This record is no longer here: the link to it is older than a change of the facts.</p>
      )}
      {node?.__typename === "Actor" && <ActorPart {...props} actor={node} />}
      {node?.__typename === "Claim" && <ClaimPart claim={node} onSelect={onSelect} />}
      {node?.__typename === "Move" && <MovePart move={node} date={date} onSelect={onSelect} />}
      {boundary && <ActivityPart boundary={boundary} onSelect={onSelect} />}
      {node?.data && <RecordFacts data={node.data} references={node.references ?? []} onSelect={onSelect} />}
      {!fetching && !node && edge && <GatheredPart edge={edge} nodes={nodes} onSelect={onSelect} />}
      {node?.__typename === "Evidence" && <EvidenceList evidence={[node as Evidence]} />}
      {node && node.__typename !== "Evidence" && (
        <section className="inspector-part">
          <h3>Evidence</h3>
          <EvidenceList evidence={node.evidence ?? []} />
        </section>
      )}
      <RelationsPart id={id} nodes={nodes} edges={edges} onSelect={onSelect} />
    </aside>
  );
}

const nameOf = (node: NodeDetail | null) =>
  node?.__typename === "Claim" ? claimName(node) : (node?.name ?? node?.title ?? node?.label);
