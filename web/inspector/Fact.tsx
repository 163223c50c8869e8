import type { ReactNode } from "react";

/** Field with its value; a dash where nothing is recorded. */
export function Fact({
  name,
  value,
  children,
}: {
  name: string;
  value?: string | number | null;
  children?: ReactNode;
}) {
  const isKnown = children !== undefined || (value !== null && value !== undefined && value !== "");
  return (
    <div>
      <dt>{name}</dt>
      <dd>{isKnown ? (children ?? <bdi>{value}</bdi>) : <span title="Not recorded">–</span>}</dd>
    </div>
  );
}
