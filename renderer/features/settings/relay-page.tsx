import { RadioTower } from "lucide-react";
import { useCall } from "../../client/use-call.ts";
import { useWorld } from "../../client/world.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { LocalRelay } from "./local-relay.tsx";
import { PracticeNote } from "./practice-note.tsx";
import { RelayForm } from "./relay-form.tsx";
import { RelayStatus } from "./relay-status.tsx";
import { SettingsFrame } from "./settings-frame.tsx";
import { WithoutRelay } from "./without-relay.tsx";

/** The small public server that hears opens, clicks and unsubscribes. */
export function RelayPage() {
  return useWorld() === "practice" ? <PracticeRelay /> : <RealRelay />;
}

function PracticeRelay() {
  return (
    <SettingsFrame title="Relay">
      <div className="flex flex-col gap-4">
        <PracticeNote icon={<RadioTower />} title="Practice has a relay of its own">
          It runs inside Dripline and hears what you open and click in the practice inbox. Set up
          your own relay in the real world.
        </PracticeNote>
        <WithoutRelay />
      </div>
    </SettingsFrame>
  );
}

function RealRelay() {
  const relay = useCall("relay.get", {}, { topics: ["settings"] });
  return (
    <SettingsFrame
      title="Relay"
      description="A small server of your own that is always on. It hears opens, clicks and unsubscribes while this computer sleeps, and knows no names and no addresses."
    >
      <Loaded call={relay} height={320}>
        {(data) => (
          <div className="flex flex-col gap-4">
            {data.url !== null && <RelayStatus relay={data} />}
            <RelayForm key={data.url ?? ""} url={data.url ?? ""} hasKey={data.hasKey} />
            {data.url === null && <LocalRelay />}
            <WithoutRelay />
          </div>
        )}
      </Loaded>
    </SettingsFrame>
  );
}
