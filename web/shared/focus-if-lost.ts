/** Focuses an element once what had the focus is gone, unless the focus has gone somewhere else meanwhile. */
export function focusIfLost(element: HTMLElement | null | undefined): void {
  setTimeout(() => {
    if (document.activeElement === document.body) element?.focus({ preventScroll: true });
  });
}
