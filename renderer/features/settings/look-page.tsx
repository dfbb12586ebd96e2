import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Monitor, Moon, Sun } from "lucide-react";
import { isDesktop, isStartAtLogin, setStartAtLogin } from "../../client/shell.ts";
import { useCall } from "../../client/use-call.ts";
import { Card } from "../../ui/card.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Switch } from "../../ui/switch.tsx";
import { useThemeStore, type Theme } from "../../ui/theme.ts";
import { SettingsFrame } from "./settings-frame.tsx";

/** How Dripline looks and starts on this computer. */
export function LookPage() {
  const { theme, setTheme } = useThemeStore();
  const settings = useCall("settings.get", {});
  return (
    <SettingsFrame title="Look and start" description="Of this computer alone.">
      <div className="flex flex-col gap-4">
        <Card title="Look">
          <div>
            <SegmentedControl<Theme>
              label="Look"
              value={theme}
              onChange={setTheme}
              options={[
                { value: "system", label: "As the system", icon: <Monitor aria-hidden /> },
                { value: "light", label: "Light", icon: <Sun aria-hidden /> },
                { value: "dark", label: "Dark", icon: <Moon aria-hidden /> },
              ]}
            />
          </div>
        </Card>
        <Card title="Start">
          {isDesktop ? (
            <StartAtLogin />
          ) : (
            <p className="text-base text-pretty text-ink-soft">
              This is Dripline in a browser: it runs as long as the program behind it does. The
              desktop app can start by itself when you sign in to your computer.
            </p>
          )}
        </Card>
        <Card title="Your data">
          <Loaded call={settings} height={20}>
            {({ dataFolder }) => (
              <div className="flex flex-col gap-2 text-base text-ink-soft">
                <p className="text-pretty">
                  Everything is in one folder on this computer. To back it up, close Dripline and
                  copy the folder.
                </p>
                <code className="rounded-md bg-sunken px-3 py-2 text-sm wrap-break-word text-ink">
                  {dataFolder}
                </code>
              </div>
            )}
          </Loaded>
        </Card>
      </div>
    </SettingsFrame>
  );
}

const startKey = ["start at login"];

function StartAtLogin() {
  const queryClient = useQueryClient();
  const { data } = useQuery({
    queryKey: startKey,
    queryFn: async () => (await isStartAtLogin()) ?? false,
  });
  return (
    <Switch
      isSelected={data ?? false}
      isDisabled={data === undefined}
      onChange={(isOn) => {
        queryClient.setQueryData(startKey, isOn);
        void setStartAtLogin(isOn).then(() =>
          queryClient.invalidateQueries({ queryKey: startKey }),
        );
      }}
      description="So that mails leave on time and nothing waits for you to open the window."
    >
      Start when I sign in to this computer
    </Switch>
  );
}
