import { Select } from "@mantine/core";

interface Props {
  /** Who can be the focal firm on the chosen day: threats are seen from a position. */
  placed: readonly { key: string; name: string }[];
  focal: string | undefined;
  onFocal(key: string): void;
}

/** From whose seat threats are seen; nothing where nobody has one. */
export function FocalChoice({ placed, focal, onFocal }: Props) {
  if (placed.length === 0) return null;
  return (
    <Select
      size="xs"
      label="Seen from"
      data={placed.map(({ key, name }) => ({ value: key, label: name }))}
      value={placed.find(({ key }) => key === focal)?.key ?? null}
      placeholder="A firm with a position"
      searchable
      allowDeselect={false}
      nothingFoundMessage="No firm of this name has a position on this day"
      onChange={(key) => key !== null && onFocal(key)}
    />
  );
}
