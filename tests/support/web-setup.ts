import { configure } from "@testing-library/react";

// Longer than the default of one second, for a busy machine.
configure({ asyncUtilTimeout: 30_000 });
