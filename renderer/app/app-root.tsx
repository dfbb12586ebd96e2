import { lazy, Suspense } from "react";
import { useLocation } from "wouter";
import { useLink } from "../client/link.ts";
import { useCall } from "../client/use-call.ts";
import { ZoneProvider } from "../ui/date-time.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { ConnectionPage } from "./connection-page.tsx";
import { Frame } from "./frame.tsx";
import { Splash } from "./splash.tsx";

const GalleryPage = lazy(async () => ({
  default: (await import("../ui/gallery/gallery-page.tsx")).GalleryPage,
}));
const WelcomePage = lazy(async () => ({
  default: (await import("../features/welcome/welcome-page.tsx")).WelcomePage,
}));

/** Decides what fills the window: the gallery, a word about the connection, the first run, or the app. */
export function AppRoot() {
  const [path] = useLocation();
  const link = useLink();
  const wasOpen = link.opened > 0;
  if (path.startsWith("/gallery")) {
    return (
      <Suspense fallback={<Splash />}>
        <GalleryPage />
      </Suspense>
    );
  }
  if (link.state === "no-token" || link.state === "refused" || link.state === "outdated") {
    return <ConnectionPage state={link.state} />;
  }
  if (!wasOpen) {
    return link.state === "lost" ? <ConnectionPage state="lost" /> : <Splash />;
  }
  return <OpenApp isLost={link.state !== "open"} />;
}

function OpenApp({ isLost }: { isLost: boolean }) {
  const settings = useCall("settings.get", {}, { world: "real" });
  if (settings.data) {
    if (!settings.data.isSetUp) {
      return (
        <Suspense fallback={<Splash />}>
          <WelcomePage />
        </Suspense>
      );
    }
    return (
      <ZoneProvider value={settings.data.business.zone}>
        <Frame isLost={isLost} />
      </ZoneProvider>
    );
  }
  if (settings.error) {
    return (
      <main className="grid h-full place-items-center">
        <ErrorState
          title="Dripline could not be opened"
          error={settings.error}
          onRetry={() => void settings.refetch()}
        />
      </main>
    );
  }
  return <Splash />;
}
