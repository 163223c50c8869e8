declare module "svgcanvas" {
  /** A CanvasRenderingContext2D that writes an SVG document. */
  export interface Context extends CanvasRenderingContext2D {}
  export class Context {
    constructor(options: { width: number; height: number; document?: Document });
    getSerializedSvg(fixNamedEntities?: boolean): string;
    getSvg(): SVGSVGElement;
  }
}
