import { lazy, Suspense } from "react";
import { noteLabel } from "../../fields/record-labels.ts";
import { RemoveRecord } from "../../inspector/edit/RemoveRecord.tsx";
import { Loading } from "../../shared/States.tsx";
import type { TidyActionName } from "./actions.ts";
import type { TidyItem, TidyRecord } from "./tidy.graphql.ts";

const MergeForm = lazy(() => import("../../merge/MergeForm.tsx"));
const RecordForm = lazy(() => import("../../fields/RecordForm.tsx"));

interface Props {
  ecosystem: string;
  item: TidyItem;
  doing: TidyActionName;
  /** @param said what has been done; null where nothing was */
  onClose(said: string | null): void;
}

/** The form of what is done about an item, below it. */
export function TidyPanel({ ecosystem, item, doing, onClose }: Props) {
  const records = item.subjects.flatMap((node): TidyRecord[] => ("version" in node ? [node] : []));
  const [first, second] = records;
  if (!first) return null;
  const { id, version, asRecord } = first;
  if (doing === "merge")
    return (
      <Suspense fallback={<Loading rows={4} />}>
        <MergeForm
          // The two can change places as facts change: choices are of one of them.
          key={`${id} ${second?.id}`}
          ecosystem={ecosystem}
          id={id}
          otherId={second?.id}
          onDone={(_kept, label) => onClose(`Done: ${label}.`)}
          onCancel={() => onClose(null)}
        />
      </Suspense>
    );
  if (doing === "renew") {
    for (const { asRecord } of records) noteLabel(ecosystem, asRecord.kind, asRecord.key, asRecord.label);
    const { provider, customer, security, ownership, contract, benefit, validTo } = asRecord.data;
    return (
      <Suspense fallback={<Loading rows={4} />}>
        <RecordForm
          ecosystem={ecosystem}
          kind={asRecord.kind}
          title={`Renew ${asRecord.label}`}
          preset={{ provider, customer, security, ownership, contract, benefit, validFrom: validTo }}
          shown={["validFrom", "validTo", "security", "ownership", "contract", "benefit", "evidence"]}
          draftName={`${ecosystem} AGREEMENTS ${asRecord.key} renew`}
          verb="Renewed"
          onDone={onClose}
          onCancel={() => onClose(null)}
        />
      </Suspense>
    );
  }
  return (
    <RemoveRecord
      record={{ ...asRecord, version, ecosystem, onSelect: () => {} }}
      ends={doing === "end"}
      onDone={() => onClose(null)}
    />
  );
}
