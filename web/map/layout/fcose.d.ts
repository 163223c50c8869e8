declare module "cytoscape-fcose" {
  import type { BaseLayoutOptions, Ext, Position } from "cytoscape";

  /** The options used here, of those in its README. */
  export interface FcoseOptions extends BaseLayoutOptions {
    name: "fcose";
    animate: boolean;
    fit: boolean;
    randomize: boolean;
    quality: "draft" | "default" | "proof";
    packComponents: boolean;
    nodeSeparation: number;
    idealEdgeLength: number;
    edgeElasticity: number;
    nodeRepulsion: number;
    gravity: number;
    numIter: number;
    nodeDimensionsIncludeLabels: boolean;
    fixedNodeConstraint?: readonly { nodeId: string; position: Position }[];
  }

  const fcose: Ext;
  export default fcose;
}
