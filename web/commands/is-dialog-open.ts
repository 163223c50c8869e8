const inFront = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** Whether a key was pressed in, or behind, a dialog or a menu: it means what that makes of it, and is no command. */
export function isDialogOpen(target: EventTarget | null): boolean {
  // By its target too: the dialog may have closed on this very key by now.
  if (target instanceof Element && target.closest(inFront)) return true;
  return document.querySelector(inFront) !== null;
}
