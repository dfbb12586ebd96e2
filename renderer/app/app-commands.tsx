import {
  Command as CommandIcon,
  FlaskConical,
  Keyboard,
  Monitor,
  Moon,
  Store,
  Sun,
} from "lucide-react";
import type { World } from "#core/contract/wire.ts";
import { setWorld } from "../client/world.ts";
import { settingsSections } from "../features/settings/settings-sections.ts";
import type { Command } from "../ui/commands.ts";
import { listNavItems } from "./nav-items.ts";
import { useThemeStore } from "../ui/theme.ts";

interface AppCommandParts {
  world: World;
  navigate: (path: string) => void;
  show: (overlay: "palette" | "help") => void;
}

/** What can be done from everywhere: go to a page, switch the world, choose the look, ask for help. */
export function appCommands({ world, navigate, show }: AppCommandParts): readonly Command[] {
  const { setTheme } = useThemeStore.getState();
  const other = world === "practice" ? "real" : "practice";
  return [
    ...listNavItems(world).map((item) => ({
      id: `go ${item.href}`,
      title: `Go to ${item.label}`,
      group: "Go to",
      icon: <item.icon />,
      shortcut: item.shortcut,
      run: () => {
        navigate(item.href);
      },
    })),
    ...settingsSections.map(({ href, label, keywords, icon: Icon }) => ({
      id: `go ${href}`,
      title: `Settings: ${label}`,
      group: "Go to",
      keywords,
      icon: <Icon />,
      run: () => {
        navigate(href);
      },
    })),
    {
      id: "switch world",
      title: other === "practice" ? "Switch to practice" : "Switch to real",
      group: "Dripline",
      icon: other === "practice" ? <FlaskConical /> : <Store />,
      run: () => {
        setWorld(other);
        navigate("/");
      },
    },
    ...(["light", "dark", "system"] as const).map((theme) => ({
      id: `theme ${theme}`,
      title: theme === "system" ? "Look: as the system" : `Look: ${theme}`,
      group: "Dripline",
      keywords: "theme colour appearance mode",
      icon: { light: <Sun />, dark: <Moon />, system: <Monitor /> }[theme],
      run: () => {
        setTheme(theme);
      },
    })),
    {
      id: "palette",
      title: "Search and commands",
      group: "Dripline",
      icon: <CommandIcon />,
      shortcut: "Mod+K",
      run: () => {
        show("palette");
      },
    },
    {
      id: "help",
      title: "Keyboard shortcuts",
      group: "Dripline",
      icon: <Keyboard />,
      shortcut: "?",
      run: () => {
        show("help");
      },
    },
  ];
}
