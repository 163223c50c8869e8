import { useMediaQuery } from "@mantine/hooks";

/** Whether the device is likely to have a keyboard: one with a mouse is. Key hints are for those only. */
export const useHasKeys = (): boolean =>
  useMediaQuery("(hover: hover) and (pointer: fine)", undefined, { getInitialValueInEffect: false }) ?? false;
