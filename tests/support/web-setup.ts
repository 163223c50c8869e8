import { configure } from "@testing-library/react";

// What a component is awaited to show: its second would be over on a machine that does much else.
configure({ asyncUtilTimeout: 30_000 });
