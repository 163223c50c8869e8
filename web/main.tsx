import "@fontsource-variable/inter/wght.css";
import "./mantine.css";
import "./app/app.css";
import "./print/print.css";
import { MantineProvider } from "@mantine/core";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Provider } from "urql";
import { router } from "./app/router.tsx";
import { cssVariables, theme } from "./app/theme.ts";
import { client, connection } from "./graphql/client.ts";
import { PrintColours } from "./print/PrintColours.tsx";
import { keepFocus } from "./shared/keep-focus.ts";

window.addEventListener("offline", connection.lose);
window.addEventListener("online", connection.again);

keepFocus();

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <PrintColours />
      <Provider value={client}>
        <RouterProvider router={router} />
      </Provider>
    </MantineProvider>
  </StrictMode>,
);
