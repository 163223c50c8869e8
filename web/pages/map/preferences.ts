import { useComputedColorScheme as useScheme } from "@mantine/core";
import { useReducedMotion as useMotion } from "@mantine/hooks";

export const useComputedColorScheme = () => useScheme("light", { getInitialValueInEffect: false });
export const useReducedMotion = () => useMotion(false, { getInitialValueInEffect: false });
