import { LoaderCircle } from "lucide-react";
import { Suspense, useMemo, useRef, useState } from "react";
import { Route, Switch, useLocation } from "wouter";
import { useWorld } from "../client/world.ts";
import { listCommands, useCommandStore, useCommands } from "../ui/commands.ts";
import { CommandPalette } from "../ui/command-palette.tsx";
import { Loading } from "../ui/loading.tsx";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { appCommands } from "./app-commands.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Navigation } from "./navigation.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { PracticeBanner } from "./practice-banner.tsx";
import { routes } from "./routes.tsx";
import { ShortcutHelp } from "./shortcut-help.tsx";
import { useFocusOnNewPage } from "./use-focus-on-new-page.ts";

/** Navigation at the left, the page at the right, and what lies over both. */
export function Frame({ isLost }: { isLost: boolean }) {
  const [path, navigate] = useLocation();
  const world = useWorld();
  const [overlay, setOverlay] = useState<"palette" | "help" | null>(null);
  const sets = useCommandStore((store) => store.sets);
  const main = useRef<HTMLElement>(null);
  useShortcuts();
  useCommands(useMemo(() => appCommands({ world, navigate, show: setOverlay }), [world, navigate]));
  useFocusOnNewPage(main, path);

  return (
    <div className="flex h-full bg-canvas">
      <Navigation
        onSearch={() => {
          setOverlay("palette");
        }}
      />
      <main
        ref={main}
        className="relative my-2 mr-2 flex min-w-0 flex-1 flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-low"
      >
        {isLost && <ReconnectingBar />}
        {world === "practice" && <PracticeBanner />}
        <div className="min-h-0 flex-1">
          <ErrorBoundary resetKey={`${world} ${path}`}>
            <Suspense fallback={<Loading label="Opening the page" />}>
              <Switch key={world}>
                {routes.map((route) => (
                  <Route key={route.path} path={route.path}>
                    {(params) => route.render(params)}
                  </Route>
                ))}
                <Route>
                  <NotFoundPage />
                </Route>
              </Switch>
            </Suspense>
          </ErrorBoundary>
        </div>
      </main>
      <CommandPalette
        isOpen={overlay === "palette"}
        onClose={() => {
          setOverlay(null);
        }}
        commands={listCommands(sets)}
      />
      <ShortcutHelp
        isOpen={overlay === "help"}
        onClose={() => {
          setOverlay(null);
        }}
        commands={listCommands(sets)}
      />
    </div>
  );
}

function ReconnectingBar() {
  return (
    <div
      role="status"
      className="flex h-9 shrink-0 items-center justify-center gap-2 border-b border-line bg-bad-soft text-sm font-medium text-bad-text"
    >
      <LoaderCircle className="size-4 animate-spin" aria-hidden />
      The engine is not answering; trying again. What you see may be old.
    </div>
  );
}
