import type { Fields } from "../field.ts";
import type { RecordDescription } from "../record-description.ts";
import { activities } from "./activities.ts";
import { actorCapabilities } from "./actor-capabilities.ts";
import { actors } from "./actors.ts";
import { adoptions } from "./adoptions.ts";
import { agreements } from "./agreements.ts";
import { capabilities } from "./capabilities.ts";
import { claims } from "./claims.ts";
import { controlSystems } from "./control-systems.ts";
import { evidence } from "./evidence.ts";
import { initiatives } from "./initiatives.ts";
import { installations } from "./installations.ts";
import { interfaces } from "./interfaces.ts";
import { layout } from "./layout.ts";
import { moves } from "./moves.ts";
import { offerings } from "./offerings.ts";
import { profiles } from "./profiles.ts";
import { relations } from "./relations.ts";
import { responses } from "./responses.ts";
import { reviews } from "./reviews.ts";
import { stances } from "./stances.ts";
import { standards } from "./standards.ts";
import { tags } from "./tags.ts";
import { topics } from "./topics.ts";

/** Compile-time check that each reference names one of the kinds. */
const allKinds = <K extends { readonly [kind: string]: RecordDescription<Fields<Extract<keyof K, string>>> }>(
  kinds: K,
) => kinds;

/** Every kind of record, in document order: referenced kinds come first where possible. */
export const kinds = allKinds({
  evidence,
  capabilities,
  actors,
  profiles,
  actorCapabilities,
  standards,
  adoptions,
  activities,
  claims,
  offerings,
  topics,
  stances,
  interfaces,
  controlSystems,
  installations,
  agreements,
  initiatives,
  relations,
  moves,
  responses,
  tags,
  reviews,
  layout,
});
