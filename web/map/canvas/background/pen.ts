export function stroke(context: CanvasRenderingContext2D, from: [number, number], to: [number, number]): void {
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}

/**
 * Letters at their exact widths. Otherwise browsers round each letter's width to whole pixels of the size given, and once
 * zoom scales it letters stand at uneven distances.
 */
export function withEvenLetters(context: CanvasRenderingContext2D): void {
  context.textRendering = "geometricPrecision";
}

interface Writing {
  colour: string;
  /** CSS font weight. */
  font: string;
  align: CanvasTextAlign;
  /** Halo in the background colour around the letters, where something is drawn beneath them. */
  halo?: string;
}

/** Writes a line of text with its middle at y. */
export function write(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  { colour, font, align, halo }: Writing,
): void {
  withEvenLetters(context);
  context.font = font;
  context.textAlign = align;
  context.textBaseline = "middle";
  if (halo) {
    context.strokeStyle = halo;
    context.lineWidth = 5;
    context.lineJoin = "round";
    context.strokeText(text, x, y);
  }
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
