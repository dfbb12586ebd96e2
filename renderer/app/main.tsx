import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { must } from "#core/shared/assert.ts";
import { startLink } from "../client/link.ts";
import { heedNewTokens, takeToken } from "../client/take-token.ts";
import "../styles/main.css";
import { App } from "./app.tsx";
import { applyTheme } from "../ui/theme.ts";

// Before the first route is read: the token must not be taken for a page, nor stay in the history.
startLink(takeToken());
heedNewTokens();
applyTheme();
createRoot(must(document.getElementById("root"))).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
