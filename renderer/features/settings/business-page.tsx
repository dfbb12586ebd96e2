import { useCall } from "../../client/use-call.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { BusinessForm } from "./business-form.tsx";
import { SettingsFrame } from "./settings-frame.tsx";

/** Who the business is, in both worlds. */
export function BusinessPage() {
  const settings = useCall("settings.get", {}, { world: "real" });
  return (
    <SettingsFrame
      title="Business"
      description="Stands in every mail, in practice too. It never leaves this computer otherwise."
    >
      <Loaded call={settings} height={420}>
        {({ business, tracking }) => <BusinessForm saved={{ ...business, tracking }} />}
      </Loaded>
    </SettingsFrame>
  );
}
