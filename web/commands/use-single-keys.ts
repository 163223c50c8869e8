import { useLocalStorage } from "@mantine/hooks";

/** Whether single-key shortcuts are on, and how to change it. They can be turned off: voice control types letters (WCAG 2.1.4). */
export const useSingleKeys = () => useLocalStorage({ key: "ecotone-single-keys", defaultValue: true });
