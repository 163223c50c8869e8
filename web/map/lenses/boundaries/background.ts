import { boundaryWords } from "../../../shared/words.ts";
import { boxOf } from "../../model/polygon.ts";
import type { BackgroundItem, Form } from "../../model/scene.ts";
import type { Band } from "./band-layout.ts";
import type { Laid } from "./fill-cell.ts";

/**
 * Title of a band: beside it in landscape form, along its edge in portrait form, where it must fit the band's height.
 */
export const bandTitle = (band: Band, form: Form, enlargement: number): BackgroundItem => ({
  type: "text",
  x: -10,
  y: band.y,
  text: band.name,
  align: form === "wide" ? "right" : "center",
  strong: true,
  enlargement,
  turned: form === "tall",
  ...(form === "tall" && { maxWidth: band.height - 8 }),
});

/** Territory of one activity. @param confidences of claims, by their ids */
export const territoryItem = (
  { boundary, polygon, nameLabel }: Laid,
  enlargement: number,
  confidences: ReadonlyMap<string, number>,
): BackgroundItem => ({
  type: "territory",
  ...boxOf(polygon),
  polygon,
  nameLabel,
  enlargement,
  record: boundary.activity.id,
  status: boundary.status,
  looks: boundary.leads.map((actor) => actor.kinds[0] ?? "OTHER"),
  name: boundary.activity.name,
  state: boundaryWords[boundary.status].toLowerCase(),
  confidence: mean(boundary.claims.flatMap((claim) => (claim.lead ? (confidences.get(claim.id) ?? 1) : []))),
});

/** 1 without claims: no claim is uncertain. */
const mean = (values: readonly number[]) =>
  values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
