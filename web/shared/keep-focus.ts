/**
 * Gives the focus back to a button that was disabled while it waited for an answer: browsers take it away then, and
 * whoever works by keyboard would begin at the top of the page. Until the function it returns is called.
 */
export function keepFocus(): () => void {
  let last: EventTarget | null = null;
  let waiting: EventTarget | null = null;
  const onFocus = ({ target }: FocusEvent) => {
    last = target;
    waiting = null;
  };
  const onPress = ({ target }: Event) => {
    if (!(last instanceof Node && target instanceof Node && last.contains(target))) last = null;
  };
  const watch = new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (target !== last) continue;
      const button = target as HTMLElement;
      if (button.hasAttribute("disabled")) waiting = button.hasAttribute("data-loading") ? button : null;
      else if (waiting === button && document.activeElement === document.body) button.focus({ preventScroll: true });
    }
  });
  document.addEventListener("focusin", onFocus);
  document.addEventListener("pointerdown", onPress, true);
  watch.observe(document.body, { subtree: true, attributeFilter: ["disabled"] });
  return () => {
    document.removeEventListener("focusin", onFocus);
    document.removeEventListener("pointerdown", onPress, true);
    watch.disconnect();
  };
}
