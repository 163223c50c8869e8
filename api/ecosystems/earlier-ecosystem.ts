import type { LoggedChange } from "../../cypher/changes/logged.ts";
import type { EarlierDocument } from "../../cypher/ecosystems/read-at.ts";
import { LoadedEcosystem } from "./loaded-ecosystem.ts";

/** An ecosystem as it was recorded at an earlier revision. */
export class EarlierEcosystem extends LoadedEcosystem {
  /** Every entry of the log since, oldest revision first. */
  readonly since: readonly LoggedChange[];

  constructor({ revision, document, since, ...more }: EarlierDocument) {
    super(revision, document, more);
    this.since = since;
  }
}
