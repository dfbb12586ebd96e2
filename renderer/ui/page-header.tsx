import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-aria-components";

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

export interface PageHeaderProps {
  title: ReactNode;
  /** The pages above this one. */
  crumbs?: readonly Crumb[];
  /** One line under the title. */
  description?: ReactNode;
  /** Beside the title: a Badge. */
  badge?: ReactNode;
  /** At the right: buttons, the main one last. */
  actions?: ReactNode;
}

/** The head of every page: where one is, what it is, what one can do. Holds the page's only h1. */
export function PageHeader({ title, crumbs = [], description, badge, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-col gap-1 px-8 pt-6 pb-5">
      {crumbs.length > 0 && (
        <nav aria-label="You are here" className="flex items-center gap-1 text-sm text-ink-soft">
          {crumbs.map((crumb) => (
            <span key={crumb.href} className="flex items-center gap-1">
              <Link href={crumb.href} className="rounded-sm data-hovered:text-ink">
                {crumb.label}
              </Link>
              <ChevronRight className="size-3.5 text-ink-faint" aria-hidden />
            </span>
          ))}
        </nav>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <div className="flex min-w-0 flex-1 items-center gap-3">
          <h1 tabIndex={-1} className="truncate text-xl font-semibold tracking-tight text-ink">
            {title}
          </h1>
          {badge}
        </div>
        {actions !== undefined && <div className="flex items-center gap-2">{actions}</div>}
      </div>
      {description !== undefined && (
        <div className="max-w-3xl text-base text-ink-soft">{description}</div>
      )}
    </header>
  );
}
