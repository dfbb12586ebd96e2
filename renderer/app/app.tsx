import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { I18nProvider, RouterProvider } from "react-aria-components";
import { Router, useLocation } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { followPushes } from "../client/follow-pushes.ts";
import { makeQueryClient } from "../client/make-query-client.ts";
import { showToast } from "../ui/show-toast.ts";
import { Toaster } from "../ui/toaster.tsx";
import { AppRoot } from "./app-root.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { useThemeStore } from "../ui/theme.ts";

/** The whole page: what every screen stands in. */
export function App() {
  const theme = useThemeStore((store) => store.theme);
  const [queryClient] = useState(() =>
    makeQueryClient((message) => {
      showToast({ text: message, kind: "problem" });
    }),
  );
  useEffect(() => followPushes(queryClient), [queryClient]);
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <I18nProvider locale="en-GB">
          {/* oxlint-disable-next-line react/hooks -- wouter takes its location hook as a value */}
          <Router hook={useHashLocation}>
            <AppLinks>
              <AppRoot />
            </AppLinks>
          </Router>
        </I18nProvider>
        <Toaster theme={theme} />
      </QueryClientProvider>
    </ErrorBoundary>
  );
}

/** Lets every link and menu of `ui/` name pages as "/contacts"; the hash is added here. */
function AppLinks({ children }: { children: ReactNode }) {
  const [, navigate] = useLocation();
  return (
    <RouterProvider
      navigate={(path) => {
        navigate(path);
      }}
      useHref={(path) => (path.startsWith("/") ? `#${path}` : path)}
    >
      {children}
    </RouterProvider>
  );
}
