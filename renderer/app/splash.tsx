import { Logo } from "./logo.tsx";

/** The first moment, before the core has answered. */
export function Splash() {
  return (
    <main className="grid h-full place-items-center bg-canvas">
      <div role="status" className="flex flex-col items-center gap-3 text-ink-soft">
        <Logo size={48} />
        <p className="text-base">Opening Dripline…</p>
      </div>
    </main>
  );
}
