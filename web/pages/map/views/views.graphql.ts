import { graphql, type ResultOf, type VariablesOf } from "../../../graphql/graphql.ts";
import { layoutPinFragment } from "../../../map/pins/layout.graphql.ts";

const viewFragment = graphql(`
  fragment MapView on View { key name caption position state version by at }
`);
/** A named view: one step of a story. `state` is the page's search text. */
export type MapView = ResultOf<typeof viewFragment>;

/**
 * The named views, and the pins of every lens in one of them (null: outside of any). In one request, so that another
 * lens asks for nothing.
 */
export const viewsAndPinsQuery = graphql(
  `
    query ViewsAndPins($key: String!, $view: String) {
      ecosystem(key: $key) {
        id
        views { ...MapView }
        NETWORK: layout(lens: NETWORK, view: $view) { ...LayoutPin }
        POSITIONS: layout(lens: POSITIONS, view: $view) { ...LayoutPin }
        BOUNDARIES: layout(lens: BOUNDARIES, view: $view) { ...LayoutPin }
        RIVALS: layout(lens: RIVALS, view: $view) { ...LayoutPin }
      }
    }
  `,
  [viewFragment, layoutPinFragment],
);

export const saveViewMutation = graphql(
  `
    mutation SaveView($input: SaveViewInput!) { saveView(input: $input) { revision view { ...MapView } } }
  `,
  [viewFragment],
);
export type SaveViewInput = VariablesOf<typeof saveViewMutation>["input"];

export const removeViewMutation = graphql(
  `
    mutation RemoveView($input: RemoveViewInput!) { removeView(input: $input) { revision pins views { ...MapView } } }
  `,
  [viewFragment],
);

export const orderViewsMutation = graphql(
  `
    mutation OrderViews($input: OrderViewsInput!) { orderViews(input: $input) { revision views { ...MapView } } }
  `,
  [viewFragment],
);

/**
 * What the extensions of a CONFLICT hold: the stored view, and what was sent. Nothing that somebody typed is lost. No
 * type of the schema: GraphQL describes no extensions of errors.
 */
export interface ViewConflict {
  code: "CONFLICT";
  current: Omit<MapView, "position">;
  yours: Pick<SaveViewInput, "key" | "version"> & Partial<Pick<SaveViewInput, "name" | "caption" | "state">>;
}
