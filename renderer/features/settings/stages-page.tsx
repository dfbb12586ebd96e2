import { useCall } from "../../client/use-call.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { SettingsFrame } from "./settings-frame.tsx";
import { StageList } from "./stage-list.tsx";

/** The customer journey, from the first stage to the last. */
export function StagesPage() {
  const stages = useCall("settings.listStages", {}, { topics: ["contacts"] });
  return (
    <SettingsFrame
      title="Stages"
      description="The customer journey, first to last. Every contact is at one place of it; campaigns move them on."
    >
      <Loaded call={stages} height={320}>
        {(data) => <StageList saved={data} />}
      </Loaded>
    </SettingsFrame>
  );
}
