import { Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";

interface InputProps {
  value: string;
  label?: string;
  /** Focused when the form opens. */
  autoFocus?: boolean;
  onType(text: string): void;
}

/** Name of an ecosystem. */
export function NameInput({ value, label = "Name", autoFocus = false, onType }: InputProps) {
  return (
    <TextInput
      size="xs"
      label={label}
      required
      maxLength={300}
      value={value}
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}

/** Key of a new ecosystem. */
export function KeyInput({ value, label = "Key", onType }: InputProps) {
  return (
    <TextInput
      size="xs"
      label={label}
      description="Used in links and files. It cannot be changed later."
      required
      maxLength={128}
      value={value}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}

interface SentencesProps extends InputProps {
  label: string;
  description: ReactNode;
  maxRows: number;
}

/** Some sentences about an ecosystem. */
export function SentencesInput({ value, label, description, maxRows, onType }: SentencesProps) {
  return (
    <Textarea
      size="xs"
      label={label}
      description={description}
      autosize
      minRows={2}
      maxRows={maxRows}
      maxLength={10_000}
      value={value}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}

/** What an ecosystem delivers together. */
export function ValuePropositionInput({
  description = "What the ecosystem delivers together, in a sentence.",
  ...props
}: InputProps & { description?: string }) {
  return <SentencesInput {...props} label="Value proposition" description={description} maxRows={6} />;
}
