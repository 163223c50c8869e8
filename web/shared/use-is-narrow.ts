import { useMediaQuery } from "@mantine/hooks";

/** Whether the screen is as narrow as a phone: the breakpoint of the style sheets. Paper is never narrow. */
export const useIsNarrow = (): boolean =>
  useMediaQuery("screen and (max-width: 860px)", false, { getInitialValueInEffect: false }) ?? false;
