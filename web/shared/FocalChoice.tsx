import { Select } from "@mantine/core";

interface Props {
  /** Firms with a position on the date: only these can be the focal firm. */
  placed: readonly { key: string; name: string }[];
  focal: string | undefined;
  onFocal(key: string): void;
  /** In a bar, whose height leaves no room for a visible label. */
  isInBar?: boolean;
}

/** Selector of the focal firm; nothing where no firm has a position. */
export function FocalChoice({ placed, focal, onFocal, isInBar }: Props) {
  if (placed.length === 0) return null;
  return (
    <Select
      size="xs"
      {...(isInBar
        ? { "aria-label": "Focal firm", leftSection: "Focal firm:", leftSectionWidth: 84, w: 260 }
        : { label: "Focal firm" })}
      data={placed.map(({ key, name }) => ({ value: key, label: name }))}
      value={placed.find(({ key }) => key === focal)?.key ?? null}
      placeholder="Choose a firm"
      searchable
      allowDeselect={false}
      nothingFoundMessage="No firm with this name has a position on this date"
      onChange={(key) => key !== null && onFocal(key)}
    />
  );
}
