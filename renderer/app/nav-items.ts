import {
  ChartColumn,
  Grid2x2,
  Inbox,
  type LucideIcon,
  Settings,
  Shapes,
  UsersRound,
} from "lucide-react";
import type { World } from "#core/contract/wire.ts";

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Typed one after the other. */
  readonly shortcut: string;
  /** Paths that belong to it, beside its own. */
  readonly alsoAt?: readonly string[];
}

const campaigns = {
  href: "/",
  label: "Campaigns",
  icon: Grid2x2,
  shortcut: "g c",
  alsoAt: ["/campaigns"],
};
const contacts = {
  href: "/contacts",
  label: "Contacts",
  icon: UsersRound,
  shortcut: "g k",
  alsoAt: ["/import"],
};
const segments = { href: "/segments", label: "Segments", icon: Shapes, shortcut: "g s" };
const reports = { href: "/reports", label: "Reports", icon: ChartColumn, shortcut: "g r" };
const practice = { href: "/practice", label: "Practice inbox", icon: Inbox, shortcut: "g p" };
const settings = { href: "/settings", label: "Settings", icon: Settings, shortcut: "g e" };

/** The pages in the navigation of a world. The practice inbox is in practice alone. */
export function listNavItems(world: World): readonly NavItem[] {
  return [
    campaigns,
    contacts,
    segments,
    reports,
    ...(world === "practice" ? [practice] : []),
    settings,
  ];
}

/** Whether `path` is the item's page or one below it. */
export function isCurrent(item: NavItem, path: string): boolean {
  if (item.href === path) return true;
  const roots = [...(item.href === "/" ? [] : [item.href]), ...(item.alsoAt ?? [])];
  return roots.some((root) => path === root || path.startsWith(`${root}/`));
}
