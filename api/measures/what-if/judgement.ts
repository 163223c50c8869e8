import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import type { Facts } from "../../time/facts.ts";
import type { Boundary } from "../boundary/boundary.ts";
import type { Coherence } from "../coherence/coherence.ts";
import type { Position } from "../position/position.ts";
import type { ThreatAssessment } from "../threat/threat.ts";

/** Judgement of an ecosystem at one moment: the current one, or that of a scenario. */
export interface Judgement {
  document: EcosystemDocument;
  facts: Facts;
  coherence: Coherence;
  positions: Position[];
  boundaries: Boundary[];
  /** Null when threats cannot be judged; then `threatsReason` says why. */
  threats: ThreatAssessment | null;
  threatsReason: string | null;
}
