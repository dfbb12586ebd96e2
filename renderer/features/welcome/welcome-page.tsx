import { Droplet, FlaskConical, Lock, MailCheck } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { WelcomeForm } from "./welcome-form.tsx";

/** The first run: who the business is, then straight to practice. */
export function WelcomePage() {
  return (
    <main className="flex h-full bg-surface">
      <div className="flex min-w-0 flex-1 justify-center overflow-auto px-8 py-8">
        <div className="flex w-full max-w-xl flex-col gap-5">
          <header className="flex flex-col gap-1.5">
            <h1 className="text-2xl font-semibold tracking-tight text-ink">Welcome to Dripline</h1>
            <p className="text-base text-pretty text-ink-soft">
              Four questions, then you are in practice mode, where you can build and run a whole
              campaign without an e-mail account. You can change all of this later in Settings.
            </p>
          </header>
          <WelcomeForm />
        </div>
      </div>
      <aside
        aria-label="What to expect"
        className="hidden w-96 shrink-0 flex-col justify-center gap-8 border-l border-line bg-canvas px-10 lg:flex"
      >
        <Promise icon={Lock} title="It stays on this computer">
          Contacts, campaigns and every open and click are kept in one file here. No server, no
          price per contact.
        </Promise>
        <Promise icon={FlaskConical} title="Practice comes first">
          A practice inbox shows each mail as its recipient would see it. You can open, click and
          reply as they would, and move the clock forward.
        </Promise>
        <Promise icon={Droplet} title="Drip by drip">
          A campaign for each goal and each group of people, which reacts to what everyone does.
        </Promise>
        <Promise icon={MailCheck} title="Nothing real is sent yet">
          Real mail goes out only after you add your account and press “Go live” yourself.
        </Promise>
      </aside>
    </main>
  );
}

interface PromiseProps {
  icon: LucideIcon;
  title: string;
  children: string;
}

function Promise({ icon: Icon, title, children }: PromiseProps) {
  return (
    <div className="flex gap-3.5">
      <Icon className="mt-0.5 size-5 shrink-0 text-accent-text" aria-hidden />
      <div className="flex flex-col gap-0.5">
        <p className="text-base font-semibold text-ink">{title}</p>
        <p className="text-sm text-pretty text-ink-soft">{children}</p>
      </div>
    </div>
  );
}
