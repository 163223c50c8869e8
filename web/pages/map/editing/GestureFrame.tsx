import { Button } from "@mantine/core";
import { type ReactNode, useRef } from "react";
import { onEscape } from "../../../shared/on-escape.ts";
import { issuesNotShown } from "./issues-not-shown.ts";
import type { GestureFormState } from "./use-gesture-form.ts";

interface Props {
  form: GestureFormState;
  /** Name of the form. */
  label: string;
  title: ReactNode;
  /** Of each edit that the form stores, the names of the fields at which its errors are shown. */
  shows: readonly (readonly string[])[];
  /** What is wrong besides errors of the edits. */
  trouble?: string | null;
  /** It has been submitted and waits for what it needs. */
  isWaiting?: boolean;
  /** Further buttons. */
  more?: ReactNode;
  submitLabel?: string;
  children: ReactNode;
  /** @returns whether all fields are filled in; the first that is not is focused */
  onSubmit(): boolean;
}

/** The small form of a gesture: Enter stores, Escape leaves. */
export function GestureFrame({
  form,
  label,
  title,
  shows,
  trouble,
  isWaiting = false,
  more,
  submitLabel = "Add",
  children,
  onSubmit,
}: Props) {
  const element = useRef<HTMLFormElement>(null);
  return (
    <form
      ref={element}
      className="record-form gesture-form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (onSubmit()) return;
        // Once the errors are shown.
        requestAnimationFrame(() =>
          element.current
            ?.querySelector<HTMLElement>("input[aria-invalid=true], [data-error] input:not([type=hidden])")
            ?.focus(),
        );
      }}
      onKeyDown={onEscape(form.leave)}
    >
      <h2>{title}</h2>
      {form.wasKept && <p className="form-note">What you had typed has been restored.</p>}
      {children}
      {[...issuesNotShown(form.issues, shows), ...(trouble ? [trouble] : [])].map((message) => (
        <p role="alert" key={message}>
          {message}
        </p>
      ))}
      <footer>
        <Button size="xs" type="submit" loading={form.isSaving || isWaiting}>
          {submitLabel}
        </Button>
        {more}
        <Button size="xs" variant="subtle" color="gray" onClick={form.cancel}>
          {form.hasTyped ? "Discard" : "Cancel"}
        </Button>
      </footer>
    </form>
  );
}
