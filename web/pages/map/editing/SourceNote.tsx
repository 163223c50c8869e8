import { useChanges, useSource } from "../../../changes/use-changes.ts";

/** Says which source a new fact will rest on; nothing without one. */
export function SourceNote({ ecosystem }: { ecosystem: string }) {
  const source = useSource(useChanges(ecosystem));
  if (!source) return null;
  return (
    <p className="form-note">
      Rests on the source that you work from: <bdi>{source.title}</bdi> {source.grade}
    </p>
  );
}
