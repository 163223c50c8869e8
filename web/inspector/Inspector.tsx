import { CloseButton } from "@mantine/core";
import { lazy, Suspense, useMemo } from "react";
import { useQuery } from "urql";
import type { RecordKind } from "../graphql/schema-types.ts";
import { ofFacts } from "../live/use-live-ecosystem.ts";
import { recordOfEdge } from "../map/model/edge-record.ts";
import { EvidenceList } from "../shared/EvidenceList.tsx";
import { kindOf, kindOfNode, singularOf } from "../shared/record-kind.ts";
import { Failed, Loading } from "../shared/States.tsx";
import { useMayEdit } from "../shared/use-may-edit.ts";
import { recordKindWords } from "../shared/words.ts";
import { ActivityPart } from "./ActivityPart.tsx";
import { ActorPart } from "./ActorPart.tsx";
import { ClaimPart, claimName } from "./ClaimPart.tsx";
import { DerivedRelationPart, relationName } from "./DerivedRelationPart.tsx";
import { AddButton } from "./edit/AddButton.tsx";
import { type NodeDetail, nodeQuery } from "./inspector.graphql.ts";
import { MovePart } from "./MovePart.tsx";
import type { InspectorProps } from "./props.ts";
import { RelationsPart } from "./RelationsPart.tsx";
import { TopicPart } from "./TopicPart.tsx";
import { validityWords } from "./validity.ts";
import "./inspector.css";

// The descriptions of all fields come with them.
const RecordFacts = lazy(() => import("./RecordFacts.tsx"));
const ReferringPart = lazy(() => import("./ReferringPart.tsx"));
const RecordEditor = lazy(() => import("./edit/RecordEditor.tsx"));

/** Kinds with a date of their own, so that a missing start of validity is not worth a word. */
const datedKinds: ReadonlySet<RecordKind> = new Set<RecordKind>(["INITIATIVES", "INSTALLATIONS", "MOVES", "RESPONSES"]);

/** Details of the selected record: its fields, validity, confidence and evidence; edited by a person who may. */
export function Inspector(props: InspectorProps) {
  const { id, nodes, edges, onSelect } = props;
  const isEditor = useMayEdit();
  const [{ data, error, fetching }, again] = useQuery({ query: nodeQuery, variables: { id }, context: ofFacts });
  const drawn = nodes.find((node) => node.id === id);
  const node = data?.node?.id === id ? data.node : null;
  const edge = drawn ? undefined : edges.find((one) => recordOfEdge(one) === id);
  const record = useMemo(() => recordOf(node), [node]);
  const isFound = Boolean(node ?? drawn ?? edge);
  const fact = (node?.__typename === "Ecosystem" ? null : node) ?? drawn ?? edge;
  const kind = node ? kindOf(node) : drawn ? kindOfNode[drawn.kind] : edge ? "RELATIONS" : null;
  const referring = record && (
    <Suspense fallback={null}>
      <ReferringPart id={id} kind={record.kind} onSelect={onSelect} />
    </Suspense>
  );
  const name = drawn?.label ?? (node && titleOf(node)) ?? (edge && relationName(edge, nodes));
  return (
    <aside className="inspector" aria-label="Inspector">
      <header className="inspector-head">
        <div>
          <p className="quiet">{singularOf(kind)}</p>
          <h2>
            <bdi>{name ?? (fetching ? "…" : "Record not found")}</bdi>
          </h2>
          {fact && kind && recordKindWords[kind].isFact && (
            <p className="quiet">{validityWords(fact, datedKinds.has(kind))}</p>
          )}
        </div>
        <CloseButton aria-label="Close inspector" onClick={() => onSelect(null)} />
      </header>
      {error && <Failed part error={error} onRetry={() => again({ requestPolicy: "network-only" })} />}
      {fetching && !node && <Loading rows={5} />}
      {!fetching && !error && !isFound && (
        <p className="quiet">There is no record at this link. It may have been removed, or the link may be mistyped.</p>
      )}
      {record && isEditor ? (
        <Suspense fallback={<Loading rows={5} />}>
          <RecordEditor
            ecosystem={props.ecosystem}
            id={id}
            record={record}
            evidence={record.kind === "EVIDENCE" && node?.__typename === "Evidence" ? [node] : record.evidence}
            onSelect={onSelect}
          >
            <RecordParts {...props} node={node} isEditor />
            {referring}
            <RelationsPart id={id} nodes={nodes} edges={edges} onSelect={onSelect} />
            {record.kind === "ACTORS" && <AddButton kind="RELATIONS" preset={(from) => ({ from })} />}
          </RecordEditor>
        </Suspense>
      ) : (
        <>
          <RecordParts {...props} node={node} isEditor={false} />
          {node?.__typename === "Record" && (
            <Suspense fallback={<Loading rows={5} />}>
              <RecordFacts kind={node.kind} data={node.data} references={node.references} onSelect={onSelect} />
            </Suspense>
          )}
          {referring}
          {!fetching && !node && edge && <DerivedRelationPart edge={edge} nodes={nodes} onSelect={onSelect} />}
          {node?.__typename === "Evidence" && <EvidenceList evidence={[node]} />}
          {node && node.__typename !== "Evidence" && node.__typename !== "Ecosystem" && (
            <section className="inspector-part">
              <h3>Evidence</h3>
              <EvidenceList evidence={node.evidence} />
            </section>
          )}
          <RelationsPart id={id} nodes={nodes} edges={edges} onSelect={onSelect} />
        </>
      )}
    </aside>
  );
}

type RecordPartsProps = InspectorProps & { node: NodeDetail | null; isEditor: boolean };

/** What the API says of a record beyond its fields: positions, boundaries, moves, stances. */
function RecordParts({ node, isEditor, ...props }: RecordPartsProps) {
  const { id, boundaries, date, onSelect } = props;
  const boundary = boundaries.find((entry) => entry.activity.id === id);
  return (
    <>
      {node?.__typename === "Actor" && <ActorPart {...props} actor={node} isEditor={isEditor} />}
      {node?.__typename === "Claim" && !isEditor && <ClaimPart claim={node} onSelect={onSelect} />}
      {node?.__typename === "Move" && <MovePart move={node} date={date} isEditor={isEditor} onSelect={onSelect} />}
      {boundary && <ActivityPart boundary={boundary} isEditor={isEditor} onSelect={onSelect} />}
      {node?.__typename === "Record" && node.kind === "TOPICS" && (
        <TopicPart ecosystem={props.ecosystem} date={date} topic={node.key} onSelect={onSelect} />
      )}
    </>
  );
}

/** The record as the document has it, with its version and evidence; null of an ecosystem, which is none. */
function recordOf(node: NodeDetail | null) {
  if (!node || node.__typename === "Ecosystem") return null;
  const { version, asRecord, evidence } = node;
  return { ...asRecord, version, evidence: evidence ?? [] };
}

function titleOf(node: NodeDetail): string | undefined {
  if (node.__typename === "Claim") return claimName(node);
  if ("name" in node) return node.name;
  if ("title" in node) return node.title;
  return "label" in node ? node.label : undefined;
}
