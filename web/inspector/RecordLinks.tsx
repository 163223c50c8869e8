interface Props {
  records: readonly { id: string; name: string }[];
  onSelect(id: string): void;
}

/** Links that open records in the inspector. */
export function RecordLinks({ records, onSelect }: Props) {
  return records.map((record, index) => (
    <span key={record.id}>
      {index > 0 && ", "}
      <button type="button" className="text-button" onClick={() => onSelect(record.id)}>
        <bdi>{record.name}</bdi>
      </button>
    </span>
  ));
}
