import { useMediaQuery } from "@mantine/hooks";

/** Whether the page is as narrow as a phone; the same width at which the style sheets change. Paper is not. */
export const useIsNarrow = (): boolean =>
  useMediaQuery("screen and (max-width: 860px)", false, { getInitialValueInEffect: false }) ?? false;
