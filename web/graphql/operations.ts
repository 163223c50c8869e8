import { gql } from "urql";
import type { FrameCoherence } from "./time-types.ts";
import type {
  ActorName,
  ActorRow,
  Boundary,
  Coherence,
  CoherenceSummary,
  CustomerSegment,
  DimensionKind,
  Evidence,
  ImportFormat,
  ImportResult,
  Intervention,
  MapEdge,
  MapNode,
  Position,
  Question,
  ThreatAssessment,
} from "./types.ts";

const actorName = "id key name kinds";
const activityName = "id key name layer";
export const evidence = "evidence { id key title publisher url publishedOn reliability credibility }";
export const subjects =
  "subjects { __typename id ... on Actor { name } ... on Activity { name } ... on Move { title } ... on Evidence { title } ... on Record { label } }";
const move = `id key date type title impact actor { ${actorName} } activities { ${activityName} } ${evidence}`;

export interface AtDate {
  key: string;
  asOf: string | null;
}

/** Weights of dimensions as the API takes them; null: 1 each. */
export interface Weighed extends AtDate {
  weights: { dimension: DimensionKind; weight: number }[] | null;
}

/** Who is signed in: the least that can be asked. */
export const meQuery = gql<{ me: { name: string } }, object>("query Me { me { name } }");

export const ecosystemsQuery = gql<
  {
    ecosystems: {
      id: string;
      key: string;
      name: string;
      valueProposition: string | null;
      revision: number;
      focal: ActorName | null;
    }[];
  },
  object
>(`
  query Ecosystems { ecosystems { id key name valueProposition revision focal { ${actorName} } } }
`);

export const ecosystemHeaderQuery = gql<
  {
    ecosystem: {
      id: string;
      key: string;
      name: string;
      valueProposition: string | null;
      revision: number;
      focal: ActorName | null;
    } | null;
  },
  { key: string }
>(`
  query EcosystemHeader($key: String!) {
    ecosystem(key: $key) { id key name valueProposition revision focal { ${actorName} } }
  }
`);

export const cardFactsQuery = gql<
  {
    ecosystem: {
      id: string;
      coherence: CoherenceSummary;
      actors: { totalCount: number };
      boundaries: { status: Boundary["status"] }[];
      /** The latest alone. */
      changes: { at: string; who: string }[];
    } | null;
  },
  { key: string }
>(`
  query CardFacts($key: String!) {
    ecosystem(key: $key) {
      id
      coherence { score low high coverage asOf revision lowest }
      actors(first: 1) { totalCount }
      boundaries { status }
      changes(first: 1) { at who }
    }
  }
`);

export const highestThreatQuery = gql<
  {
    ecosystem: {
      id: string;
      threats: {
        rivals: Pick<ThreatAssessment["rivals"][number], "rival" | "threat" | "low" | "high" | "level">[];
      } | null;
    } | null;
  },
  { key: string }
>(`
  query HighestThreat($key: String!) {
    ecosystem(key: $key) { id threats(first: 1) { rivals { rival { ${actorName} } threat low high level } } }
  }
`);

export const mapQuery = gql<
  { ecosystem: { id: string; map: { nodes: MapNode[]; edges: MapEdge[]; truncated: boolean } } | null },
  AtDate
>(`
  query Map($key: String!, $asOf: Date) {
    ecosystem(key: $key) {
      id
      map(asOf: $asOf) {
        truncated
        nodes {
          id key kind actorKinds label validFrom validTo confidence evidenceNewest
          labels country employees tags { focal type label }
          owners { key name validFrom validTo } initiatives { key name validFrom validTo }
          layer required importance serviceness status statusHistory { status on }
        }
        edges {
          id source target kind label validFrom validTo confidence evidenceNewest
          byKey extent lead volume inferred units { from units }
        }
      }
    }
  }
`);

/** What is judged of a day, in one request. */
export const positionsQuery = gql<
  { ecosystem: { id: string; coherence: FrameCoherence; positions: Position[]; boundaries: Boundary[] } | null },
  AtDate
>(`
  query PositionsAndBoundaries($key: String!, $asOf: Date) {
    ecosystem(key: $key) {
      id
      coherence(asOf: $asOf) { score low high coverage }
      positions(asOf: $asOf) {
        actor { ${actorName} } servitization breadth perceptionGap
        extents { activity { ${activityName} } extent own others lead }
      }
      boundaries(asOf: $asOf) {
        activity { ${activityName} required importance serviceness } status value
        leads { ${actorName} } attributed { ${actorName} }
        claims { id by { ${actorName} } about { ${actorName} } activity { ${activityName} } extent lead ${evidence} }
      }
    }
  }
`);

/** Whose positions there are on a day: threats are seen from one of them. */
export const placedQuery = gql<
  {
    ecosystem: {
      id: string;
      focal: ActorName | null;
      positions: { actor: Pick<ActorName, "id" | "key" | "name"> }[];
    } | null;
  },
  AtDate
>(`
  query Placed($key: String!, $asOf: Date) {
    ecosystem(key: $key) { id focal { ${actorName} } positions(asOf: $asOf) { actor { id key name } } }
  }
`);

/** What an actor is called, whether or not it is there on the chosen day. */
export const actorNameQuery = gql<
  { ecosystem: { id: string; actor: Pick<ActorName, "id" | "name"> | null } | null },
  { key: string; actor: string }
>(`
  query ActorNameOf($key: String!, $actor: String!) {
    ecosystem(key: $key) { id actor(key: $actor) { id name } }
  }
`);

/** From whose point of view threats are seen, and after how many days a move weighs half; null for the API's own. */
export interface SeenFrom extends AtDate {
  focal: string | null;
  halfLifeDays: number | null;
}

export const threatsQuery = gql<{ ecosystem: { id: string; threats: ThreatAssessment | null } | null }, SeenFrom>(`
  query Threats($key: String!, $asOf: Date, $focal: String, $halfLifeDays: Int) {
    ecosystem(key: $key) {
      id
      threats(asOf: $asOf, focal: $focal, halfLifeDays: $halfLifeDays) {
        focal { ${actorName} } asOf revision medianResponseDays firstMoverShare
        countsByType { type count highest }
        unansweredMoves { ${move} }
        rivals {
          rival { ${actorName} } threat low high level type typeSource inferredType tagOutdated contact
          factors { kind value low high weight contribution terms { label share ${subjects} ${evidence} } }
          dampers { kind value low high terms { label share ${subjects} ${evidence} } }
          moves { ${move} }
        }
      }
    }
  }
`);

export const coherenceQuery = gql<
  {
    ecosystem: {
      id: string;
      coherence: Coherence;
      /** With weights of 1 each, to hold the others against. */
      equal: Pick<Coherence, "score">;
      interventions: Intervention[];
      questions: Question[];
    } | null;
  },
  Weighed
>(`
  query Coherence($key: String!, $asOf: Date, $weights: [DimensionWeightInput!]) {
    ecosystem(key: $key) {
      id
      equal: coherence(asOf: $asOf) { score }
      coherence(asOf: $asOf, weights: $weights) {
        score low high coverage asOf revision lowest
        dimensions {
          kind status weight score low high coverage
          items { key label value low high weight loss ${subjects} ${evidence} }
        }
      }
      interventions(asOf: $asOf, weights: $weights, first: 10) { kind key label gain ${subjects} }
      questions(asOf: $asOf, weights: $weights, first: 10) { dimension key label width ${subjects} }
    }
  }
`);

export const segmentsQuery = gql<{ ecosystem: { id: string; segments: CustomerSegment[] } | null }, AtDate>(`
  query Segments($key: String!, $asOf: Date) {
    ecosystem(key: $key) {
      id
      segments(asOf: $asOf) { readiness infrastructure origin age customers { ${actorName} } }
    }
  }
`);

export interface Named {
  id: string;
  name: string;
}

/** A record that another names, and the document's field that names it. */
export interface Reference {
  field: string;
  label: string;
  node: { __typename: string; id: string };
}

export interface ResponseRow {
  id: string;
  label: string;
  data: { actor: string; date: string; status?: string; reason?: string };
  references: Reference[];
}

export interface ActorMove {
  id: string;
  date: string;
  type: string;
  title: string;
  impact: number;
  activities: Named[];
  responses: ResponseRow[];
}

/** A record of any kind: what its type does not have is absent. */
export interface NodeDetail extends Partial<ActorRow> {
  __typename: string;
  id: string;
  validFrom?: string | null;
  validTo?: string | null;
  confidence?: number | null;
  description?: string | null;
  employees?: number | null;
  moves?: ActorMove[];
  layer?: Boundary["activity"]["layer"];
  required?: boolean;
  importance?: number;
  serviceness?: number | null;
  by?: Named | null;
  about?: Named;
  activity?: Named;
  extent?: number;
  lead?: boolean | null;
  title?: string;
  date?: string;
  type?: string;
  impact?: number;
  actor?: Named;
  activities?: Named[];
  responses?: ResponseRow[];
  publisher?: string | null;
  url?: string | null;
  publishedOn?: string | null;
  excerpt?: string | null;
  reliability?: string | null;
  credibility?: number | null;
  kind?: string;
  label?: string;
  data?: Record<string, unknown>;
  references?: Reference[];
}

const references = "references { field label node { __typename id } }";
const responses = `responses { id label data ${references} }`;
const touched = "id date type title impact activities { id name }";

export const nodeQuery = gql<{ node: NodeDetail | null }, { id: string }>(`
  query NodeDetail($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Fact { validFrom validTo confidence ${evidence} }
      ... on Actor {
        key name kinds description country founded employees website aliases labels
        moves { ${touched} ${responses} }
      }
      ... on Activity { key name description layer required importance serviceness }
      ... on Claim { by { id name } about { id name } activity { id name } extent lead }
      ... on Move { key actor { id name } ${touched} ${responses} }
      ... on Evidence { key title publisher url publishedOn excerpt reliability credibility }
      ... on Record { kind key label data ${references} }
    }
  }
`);

export const searchQuery = gql<
  {
    ecosystem: {
      id: string;
      search: { score: number; label: string; node: { __typename: string; id: string } }[];
    } | null;
  },
  { key: string; text: string }
>(`
  query Search($key: String!, $text: String!) {
    ecosystem(key: $key) { id search(text: $text, first: 8) { score label node { __typename id } } }
  }
`);

export interface RecordRow {
  id: string;
  key: string;
  label: string;
  data: Record<string, unknown>;
  evidence: Evidence[];
}

export interface RecordsPage {
  ecosystem: {
    id: string;
    records: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      edges: { node: RecordRow }[];
    };
  } | null;
}

export const recordsQuery = gql<RecordsPage, { key: string; kind: string; first: number; after: string | null }>(`
  query Records($key: String!, $kind: RecordKind!, $first: Int!, $after: String) {
    ecosystem(key: $key) {
      id
      records(kind: $kind, first: $first, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges { node { id key label data ${evidence} } }
      }
    }
  }
`);

export interface ImportInput {
  format: ImportFormat;
  content: string;
  ecosystem?: string;
  replace?: boolean;
  dryRun?: boolean;
  idempotencyKey?: string;
  why?: string;
}

export const importMutation = gql<{ importEcosystem: ImportResult }, { input: ImportInput }>(`
  mutation ImportEcosystem($input: ImportEcosystemInput!) {
    importEcosystem(input: $input) {
      ecosystem { id key name revision }
      created updated unchanged removed
      errors { path message }
      warnings { path message }
    }
  }
`);
