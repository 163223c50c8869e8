declare module "svgcanvas" {
  /** A CanvasRenderingContext2D that writes what it is told to draw into an SVG document. */
  export class Context {
    constructor(options: { width: number; height: number; document?: Document });
    getSerializedSvg(fixNamedEntities?: boolean): string;
  }
}
