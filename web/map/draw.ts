import type { Mark } from "./scene.ts";

export interface Palette {
  ink: string;
  muted: string;
  line: string;
  surface: string;
  neutral: string;
}

export const palettes: Record<"light" | "dark", Palette> = {
  light: { ink: "#1d2125", muted: "#5a5f63", line: "#dcd8cd", surface: "#fffefb", neutral: "#8b877c" },
  dark: { ink: "#e9e6df", muted: "#a3a8ab", line: "#32383e", surface: "#1b1f23", neutral: "#9aa1a6" },
};

const font = '"Inter Variable", Inter, system-ui, sans-serif';

/** Draws what lies beneath the nodes, in world units: the caller has set pan and zoom. */
export function draw(context: CanvasRenderingContext2D, marks: readonly Mark[], palette: Palette, zoom: number): void {
  // Text keeps a readable size on the screen while the map is small.
  const points = (size: number) => Math.min(size * 2.2, Math.max(size, (size * 0.8) / zoom));
  for (const mark of marks) {
    context.save();
    switch (mark.type) {
      case "territory":
        territory(context, mark, palette, points(13));
        break;
      case "tray":
        box(context, mark, 10);
        context.setLineDash([3, 5]);
        context.strokeStyle = palette.neutral;
        context.stroke();
        write(context, mark.label, mark.x + 14, mark.y + 16, palette.muted, `500 ${points(12)}px ${font}`, "left");
        break;
      case "line":
        context.strokeStyle = mark.strength === "axis" ? palette.muted : palette.line;
        context.lineWidth = mark.strength === "axis" ? 1.4 : 1;
        context.beginPath();
        context.moveTo(...mark.from);
        context.lineTo(...mark.to);
        context.stroke();
        break;
      case "whisker":
        context.strokeStyle = mark.colour;
        context.lineWidth = 2;
        context.beginPath();
        for (const side of [-1, 1]) {
          context.moveTo(mark.x, mark.y);
          context.lineTo(mark.x + side * mark.half, mark.y);
          context.moveTo(mark.x + side * mark.half, mark.y - 5);
          context.lineTo(mark.x + side * mark.half, mark.y + 5);
        }
        context.stroke();
        break;
      case "text": {
        context.translate(mark.x, mark.y);
        if (mark.turned) context.rotate(-Math.PI / 2);
        const style = mark.strong ? `600 ${points(13)}px ${font}` : `400 ${points(11)}px ${font}`;
        write(context, mark.text, 0, 0, mark.strong ? palette.ink : palette.muted, style, mark.align);
      }
    }
    context.restore();
  }
}

type Territory = Extract<Mark, { type: "territory" }>;

/** Six states told apart at a glance, without colour too: tint, wide stripes, fine stripes with a heavy rim, … */
function territory(context: CanvasRenderingContext2D, mark: Territory, palette: Palette, size: number): void {
  const [first = palette.neutral] = mark.colours;
  box(context, mark, 8);
  context.save();
  context.clip();
  switch (mark.status) {
    case "AGREED":
      context.globalAlpha = 0.16;
      context.fillStyle = first;
      context.fillRect(mark.x, mark.y, mark.width, mark.height);
      break;
    case "SHARED":
      stripes(context, mark, mark.colours, 26, 0.16);
      break;
    case "CONTESTED":
      stripes(context, mark, mark.colours, 6, 0.42);
      break;
    case "DISPUTED":
      stripes(context, mark, [first, "transparent"], 7, 0.36);
      break;
    default:
  }
  context.restore();
  const rims: Record<Territory["status"], { width: number; dash: number[]; colour: string }> = {
    AGREED: { width: 1.4, dash: [], colour: first },
    SHARED: { width: 1.4, dash: [], colour: first },
    CONTESTED: { width: 3, dash: [], colour: palette.ink },
    DISPUTED: { width: 1.6, dash: [8, 5], colour: palette.ink },
    UNCLAIMED: { width: 2, dash: [1.5, 5], colour: palette.ink },
    UNKNOWN: { width: 1, dash: [2, 6], colour: palette.neutral },
  };
  const rim = rims[mark.status];
  context.setLineDash(rim.dash);
  context.lineWidth = rim.width;
  context.strokeStyle = rim.colour;
  if (mark.status === "UNCLAIMED") context.lineCap = "round";
  box(context, mark, 8);
  context.stroke();
  context.setLineDash([]);
  title(context, mark, palette, size);
}

/** The name on a plate, shortened to its territory. */
function title(context: CanvasRenderingContext2D, mark: Territory, palette: Palette, size: number): void {
  context.font = `600 ${size}px ${font}`;
  let text = mark.label;
  const room = mark.width - 24;
  while (text.length > 4 && context.measureText(text).width > room) text = `${text.slice(0, -2).trimEnd()}…`;
  context.fillStyle = palette.surface;
  context.globalAlpha = 0.88;
  context.fillRect(mark.x + 6, mark.y + 6, context.measureText(text).width + 12, size + 8);
  context.globalAlpha = 1;
  write(
    context,
    text,
    mark.x + 12,
    mark.y + 10 + size / 2,
    mark.status === "UNKNOWN" ? palette.muted : palette.ink,
    context.font,
    "left",
  );
}

/** Clipped lines rather than a pattern: the same on screen and in a vector file. */
function stripes(
  context: CanvasRenderingContext2D,
  mark: Territory,
  colours: readonly string[],
  step: number,
  alpha: number,
): void {
  context.globalAlpha = alpha;
  context.lineWidth = step;
  const reach = mark.width + mark.height;
  let i = 0;
  for (let offset = -mark.height; offset < reach; offset += step * Math.SQRT2, i++) {
    const colour = colours[i % Math.max(1, colours.length)]!;
    // One leader alone: every other stripe is left out, so that stripes are seen at all.
    if (colour === "transparent" || (colours.length === 1 && i % 2 === 1)) continue;
    context.strokeStyle = colour;
    context.beginPath();
    context.moveTo(mark.x + offset, mark.y + mark.height);
    context.lineTo(mark.x + offset + mark.height, mark.y);
    context.stroke();
  }
  context.globalAlpha = 1;
}

function box(
  context: CanvasRenderingContext2D,
  area: { x: number; y: number; width: number; height: number },
  radius: number,
): void {
  context.beginPath();
  context.roundRect(area.x, area.y, area.width, area.height, radius);
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  colour: string,
  style: string,
  align: CanvasTextAlign,
): void {
  context.font = style;
  context.textAlign = align;
  context.textBaseline = "middle";
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/** The box that the marks fill, titles beside the axes included; null without marks. */
export function extentOf(marks: readonly Mark[]): { x1: number; y1: number; x2: number; y2: number } | null {
  const points = marks.flatMap((mark): [number, number][] => {
    if (mark.type === "line") return [mark.from, mark.to];
    if (mark.type === "text")
      return [
        [mark.x - (mark.align === "right" ? 90 : 10), mark.y - 10],
        [mark.x, mark.y + 10],
      ];
    if (mark.type === "whisker") return [];
    return [
      [mark.x, mark.y],
      [mark.x + mark.width, mark.y + mark.height],
    ];
  });
  if (points.length === 0) return null;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { x1: Math.min(...xs), y1: Math.min(...ys), x2: Math.max(...xs), y2: Math.max(...ys) };
}
