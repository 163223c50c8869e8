import type { ClaimRecord, EcosystemDocument } from "../../../cypher/model/document.ts";
import { identityOf } from "../../../cypher/model/record-kinds.ts";
import type { ImportIssue } from "../../changes/imports/issue.ts";
import type { FactChange } from "../../time/fact-change.ts";

/** claim: its identity, undefined when the id given names none; to: the key of the actor that it is to be about. */
export interface MoveClaim {
  claim: string | undefined;
  to: string;
}

/**
 * What one claim says of an actor is said of another instead: the claim goes, with its versions of other days, and one
 * of the same extent, lead and days takes its place. An own claim becomes the other actor's own. Of what was claimed
 * of the other the larger extent stays. The claim put carries no evidence, since nobody has said it.
 */
export function moveClaim(
  document: EcosystemDocument,
  { claim: identity, to }: MoveClaim,
): { changes: FactChange[] } | { issue: ImportIssue } {
  const claims = document.claims ?? [];
  const claim = claims.find((it) => identityOf("claims", it) === identity);
  if (!claim) return { issue: { path: "claim", message: "There is no such claim: give the id of one." } };
  if (!(document.actors ?? []).some(({ key }) => key === to)) {
    return { issue: { path: "to", message: `There is no actor "${to}": correct the key.` } };
  }
  if (claim.about === to) return { issue: { path: "to", message: `The claim is about "${to}" already.` } };

  const target = { ...(claim.by !== undefined && { by: claim.by === claim.about ? to : claim.by }), about: to };
  const versionsOf = (of: Pick<ClaimRecord, "by" | "about">) =>
    claims.filter((it) => it.by === of.by && it.about === of.about && it.activity === claim.activity);
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
