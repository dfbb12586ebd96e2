import { Search } from "lucide-react";
import { Button as AriaButton, Link } from "react-aria-components";
import { useLocation } from "wouter";
import { useWorld } from "../client/world.ts";
import { classes } from "../ui/classes.ts";
import { Kbd } from "../ui/kbd.tsx";
import { EngineStatus } from "./engine-status.tsx";
import { Logo } from "./logo.tsx";
import { isCurrent, listNavItems } from "./nav-items.ts";
import { Notices } from "./notices.tsx";
import { WorldSwitch } from "./world-switch.tsx";

/** The left side of the window. */
export function Navigation({ onSearch }: { onSearch: () => void }) {
  const [path] = useLocation();
  const world = useWorld();
  return (
    <nav aria-label="Main" className="flex w-56 shrink-0 flex-col gap-1 px-3 pt-3.5 pb-3">
      <div className="flex items-center justify-between pr-0.5 pb-3 pl-1.5">
        <span className="flex items-center gap-2 text-base font-semibold tracking-tight text-ink">
          <Logo size={22} />
          Dripline
        </span>
        <Notices />
      </div>
      <AriaButton
        onPress={onSearch}
        className="mb-2 flex h-8 cursor-default items-center gap-2 rounded-md border border-line-strong bg-surface px-2 text-base text-ink-soft shadow-low data-hovered:border-line-control data-hovered:text-ink"
      >
        <Search className="size-4" aria-hidden />
        <span className="flex-1 text-left">Search</span>
        <Kbd keys="Mod+K" />
      </AriaButton>
      <ul className="flex flex-col gap-0.5">
        {listNavItems(world).map((item) => {
          const isHere = isCurrent(item, path);
          return (
            <li key={item.href}>
              <Link
                href={item.href}
                {...(isHere ? { "aria-current": "page" as const } : {})}
                className={classes(
                  "flex h-8 cursor-default items-center gap-2.5 rounded-md px-2 text-base font-medium transition-colors duration-100",
                  isHere
                    ? "bg-pressed text-ink [&_svg]:text-accent-text"
                    : "text-ink-soft data-hovered:bg-hover data-hovered:text-ink",
                )}
              >
                <item.icon className="size-4" aria-hidden />
                {item.label}
              </Link>
            </li>
          );
        })}
      </ul>
      <div className="mt-auto flex flex-col gap-2.5">
        <EngineStatus />
        <WorldSwitch />
      </div>
    </nav>
  );
}
