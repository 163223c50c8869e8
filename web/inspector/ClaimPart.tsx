import { points } from "../shared/format.ts";
import { Fact } from "./Fact.tsx";
import type { NodeOf } from "./inspector.graphql.ts";
import { RecordLinks } from "./RecordLinks.tsx";

interface Props {
  claim: NodeOf<"Claim">;
  onSelect(id: string): void;
}

/** Heading of a claim. */
export const claimName = ({ by, about, activity }: NodeOf<"Claim">): string =>
  `${by?.name ?? "Our assessment"} on ${about.name}: ${activity.name}`;

/** Inspector part of a claim. */
export function ClaimPart({ claim: { by, about, activity, extent, lead }, onSelect }: Props) {
  return (
    <dl className="facts">
      <Fact name="Claimed by">{by ? <RecordLinks records={[by]} onSelect={onSelect} /> : "Our assessment"}</Fact>
      <Fact name="About">
        <RecordLinks records={[about]} onSelect={onSelect} />
        {by?.id === about.id && " (self-reported)"}
      </Fact>
      <Fact name="Activity">
        <RecordLinks records={[activity]} onSelect={onSelect} />
      </Fact>
      <Fact name="Extent" value={`${points(extent)} of 100`} />
      <Fact name="Lead" value={lead === null ? null : lead ? "Yes" : "No"} />
    </dl>
  );
}
