import { Button } from "../ui/button.tsx";
import { Logo } from "./logo.tsx";

export interface ConnectionPageProps {
  state: "no-token" | "refused" | "outdated" | "lost";
}

const words = {
  "no-token": {
    title: "Open the address Dripline printed",
    text: "This page needs the key in that address, and forgets it when it is loaded again, so that no other program on this computer can use it. Look at the window in which Dripline was started and open the address it shows there: in this tab you come back to the page you were on. What was saved is all there.",
  },
  refused: {
    title: "This address is no longer valid",
    text: "Dripline was started again since, and each start has its own key. Look at the window in which Dripline was started and open the address it shows there now: in this tab you come back to the page you were on.",
  },
  outdated: {
    title: "Dripline has been updated",
    text: "This page is from another version than the engine behind it. Load it again; in a browser, open the address Dripline printed at its last start.",
  },
  lost: {
    title: "Dripline’s engine is not answering",
    text: "It may be starting, or it was closed. This page tries again by itself. Your contacts and campaigns are safe on this computer.",
  },
};

/** What fills the window while there is nobody to talk to: what is wrong and what to do. */
export function ConnectionPage({ state }: ConnectionPageProps) {
  const { title, text } = words[state];
  return (
    <main className="grid h-full place-items-center bg-canvas p-8">
      <div
        role={state === "lost" ? "status" : "alert"}
        className="flex max-w-md flex-col items-center gap-3 text-center"
      >
        <Logo size={48} />
        <h1 className="mt-2 text-xl font-semibold tracking-tight text-ink">{title}</h1>
        <p className="text-base text-pretty text-ink-soft">{text}</p>
        {state === "outdated" && (
          <Button
            variant="primary"
            onPress={() => {
              location.reload();
            }}
          >
            Load again
          </Button>
        )}
      </div>
    </main>
  );
}
