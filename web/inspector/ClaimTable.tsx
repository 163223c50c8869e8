import type { Claim } from "../map/model/facts.graphql.ts";
import { distinctEvidence, EvidenceList } from "../shared/EvidenceList.tsx";
import { points } from "../shared/format.ts";

/** Table of claims: self-reported, by others, or our own assessment. */
export function ClaimTable({
  claims,
  show,
  onSelect,
}: {
  claims: Claim[];
  show: "activity" | "about";
  onSelect(id: string): void;
}) {
  const evidence = distinctEvidence(claims.map((claim) => claim.evidence));
  return (
    <>
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{show === "activity" ? "Activity" : "Actor"}</th>
            <th scope="col">Claimed by</th>
            <th scope="col" className="number">
              Extent
            </th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <tr key={claim.id}>
              <td>
                <button type="button" className="text-button" onClick={() => onSelect(claim[show].id)}>
                  {claim[show].name}
                </button>
              </td>
              <td>
                <button type="button" className="text-button" onClick={() => onSelect(claim.id)}>
                  {claim.by === null ? (
                    "our assessment"
                  ) : claim.by.id === claim.about.id ? (
                    "self-reported"
                  ) : (
                    <bdi>{claim.by.name}</bdi>
                  )}
                </button>
              </td>
              <td className="number">
                {points(claim.extent)}
                {claim.lead && <div className="quiet">lead</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {evidence.length > 0 && <EvidenceList evidence={evidence} />}
    </>
  );
}
