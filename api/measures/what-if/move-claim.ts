import type { ClaimRecord, EcosystemDocument } from "../../../cypher/model/document.ts";
import { identityOf } from "../../../cypher/model/record-kinds.ts";
import type { Issue } from "../../shared/issue.ts";
import type { FactChange } from "../../time/fact-change.ts";

/** claim: its identity, undefined for an unknown id; to: key of the actor that it should be about. */
export interface MoveClaim {
  claim: string | undefined;
  to: string;
}

/**
 * Moves a claim from one actor to another: the claim is removed with its other versions, and one of the same extent,
 * lead and dates is added. An own claim becomes the other actor's own. Where the same was already claimed of the other
 * actor, the larger extent is kept. The new claim has no evidence, since it is hypothetical.
 */
export function moveClaim(
  document: EcosystemDocument,
  { claim: identity, to }: MoveClaim,
): { changes: FactChange[] } | { issue: Issue } {
  const claims = document.claims ?? [];
  const claim = claims.find((it) => identityOf("claims", it) === identity);
  if (!claim)
    return { issue: { path: "claim", message: "There is no such claim. Give the id of a claim of this ecosystem." } };
  if (!(document.actors ?? []).some(({ key }) => key === to)) {
    return { issue: { path: "to", message: `There is no actor "${to}". Correct the key.` } };
  }
  if (claim.about === to) return { issue: { path: "to", message: `The claim is already about "${to}".` } };

  const target = { ...(claim.by !== undefined && { by: claim.by === claim.about ? to : claim.by }), about: to };
  const versionsOf = ({ by, about }: Pick<ClaimRecord, "by" | "about">) =>
    claims.filter((it) => it.by === by && it.about === about && it.activity === claim.activity);
  const replaced = versionsOf(target);
  const { activity, extent, lead, validFrom, validTo } = claim;
  const put: ClaimRecord = {
    ...target,
    activity,
    extent: Math.max(extent, ...replaced.map((it) => it.extent)),
    ...(lead !== undefined && { lead }),
    ...(validFrom !== undefined && { validFrom }),
    ...(validTo !== undefined && { validTo }),
  };
  return {
    changes: [
      ...[...versionsOf(claim), ...replaced].map(
        (it): FactChange => ({
          kind: "claims",
          remove: identityOf("claims", it),
        }),
      ),
      { kind: "claims", put },
    ],
  };
}
