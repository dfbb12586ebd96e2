import type { ReactNode } from "react";
import { Link } from "react-aria-components";
import { useLocation } from "wouter";
import { classes } from "../../ui/classes.ts";
import { Page, type PageProps } from "../../ui/page.tsx";
import { settingsSections } from "./settings-sections.ts";

interface SettingsFrameProps extends Omit<PageProps, "maxWidth"> {
  children: ReactNode;
}

/** A page of the settings, with the others beside it. */
export function SettingsFrame({ children, ...page }: SettingsFrameProps) {
  const [path] = useLocation();
  return (
    <div className="flex h-full min-h-0">
      <nav
        aria-label="Settings"
        className="flex w-48 shrink-0 flex-col gap-0.5 overflow-auto border-r border-line px-3 pt-6 pb-4"
      >
        <p className="px-2 pb-3 text-base font-semibold text-ink">Settings</p>
        <ul className="flex flex-col gap-0.5">
          {settingsSections.map(({ href, label, icon: Icon }) => {
            const isHere = path === href || path.startsWith(`${href}/`);
            return (
              <li key={href}>
                <Link
                  href={href}
                  {...(isHere ? { "aria-current": "page" as const } : {})}
                  className={classes(
                    "flex h-8 cursor-default items-center gap-2.5 rounded-md px-2 text-base transition-colors duration-100",
                    isHere
                      ? "bg-pressed font-medium text-ink [&_svg]:text-accent-text"
                      : "text-ink-soft data-hovered:bg-hover data-hovered:text-ink",
                  )}
                >
                  <Icon className="size-4 shrink-0" aria-hidden />
                  {label}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <div className="min-w-0 flex-1">
        <Page {...page} {...(page.isFilled ? {} : { maxWidth: 824 })}>
          {children}
        </Page>
      </div>
    </div>
  );
}
