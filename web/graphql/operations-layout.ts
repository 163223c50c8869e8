import { gql } from "urql";

export type Lens = "NETWORK" | "POSITIONS" | "BOUNDARIES" | "RIVALS";
export type PinKind = "ACTOR" | "ACTIVITY" | "STANDARD" | "OFFERING";

/** Where a person put a node; `id` is the map's. */
export interface LayoutPin {
  id: string;
  kind: PinKind;
  key: string;
  x: number;
  y: number;
}

interface Change {
  ecosystem: string;
  idempotencyKey?: string;
  why?: string;
}

export interface SaveLayoutInput extends Change {
  lens: Lens;
  view?: string | null;
  pins?: Omit<LayoutPin, "id">[];
  unpin?: Pick<LayoutPin, "kind" | "key">[];
}

export interface SavedLayout {
  revision: number;
  created: number;
  updated: number;
  unchanged: number;
  removed: number;
}

export const saveLayoutMutation = gql<{ saveLayout: SavedLayout }, { input: SaveLayoutInput }>(`
  mutation SaveLayout($input: SaveLayoutInput!) {
    saveLayout(input: $input) { revision created updated unchanged removed }
  }
`);

/** A named view: one step of a story. `state` is the page's search text. */
export interface MapView {
  key: string;
  name: string;
  caption: string | null;
  position: number;
  state: string;
  version: number;
  by: string;
  at: string;
}

const view = "key name caption position state version by at";

const pin = "id kind key x y";

/**
 * The named views, and the pins of every lens in one of them (null: outside of any). In one request, so that another
 * lens asks for nothing.
 */
export const viewsAndPinsQuery = gql<
  { ecosystem: ({ id: string; views: MapView[] } & Record<Lens, LayoutPin[]>) | null },
  { key: string; view: string | null }
>(`
  query ViewsAndPins($key: String!, $view: String) {
    ecosystem(key: $key) {
      id
      views { ${view} }
      NETWORK: layout(lens: NETWORK, view: $view) { ${pin} }
      POSITIONS: layout(lens: POSITIONS, view: $view) { ${pin} }
      BOUNDARIES: layout(lens: BOUNDARIES, view: $view) { ${pin} }
      RIVALS: layout(lens: RIVALS, view: $view) { ${pin} }
    }
  }
`);

export interface SaveViewInput extends Change {
  key: string;
  name: string;
  caption?: string | null;
  state: string;
  /** The version that was read; absent for a new view. */
  version?: number;
}

/**
 * What the extensions of a CONFLICT hold: the stored view, and what was sent. Nothing that somebody typed is lost.
 */
export interface ViewConflict {
  code: "CONFLICT";
  current: Omit<MapView, "position">;
  yours: Pick<SaveViewInput, "key" | "version"> & Partial<Pick<SaveViewInput, "name" | "caption" | "state">>;
}

export const saveViewMutation = gql<
  { saveView: { revision: number; view: MapView | null } },
  { input: SaveViewInput }
>(`
  mutation SaveView($input: SaveViewInput!) { saveView(input: $input) { revision view { ${view} } } }
`);

export const removeViewMutation = gql<
  { removeView: { revision: number; pins: number; views: MapView[] } },
  { input: Change & { key: string; version?: number } }
>(`
  mutation RemoveView($input: RemoveViewInput!) { removeView(input: $input) { revision pins views { ${view} } } }
`);

export const orderViewsMutation = gql<
  { orderViews: { revision: number; views: MapView[] } },
  { input: Change & { keys: string[] } }
>(`
  mutation OrderViews($input: OrderViewsInput!) { orderViews(input: $input) { revision views { ${view} } } }
`);

export const documentOfQuery = gql<
  { ecosystem: { id: string; documentOf: Record<string, unknown> } | null },
  { key: string; nodes: string[]; asOf: string | null; minConfidence: number | null }
>(`
  query DocumentOf($key: String!, $nodes: [ID!]!, $asOf: Date, $minConfidence: Float) {
    ecosystem(key: $key) { id documentOf(nodes: $nodes, asOf: $asOf, minConfidence: $minConfidence) }
  }
`);
