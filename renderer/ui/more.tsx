import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button,
  Disclosure,
  DisclosurePanel,
  Heading,
  type DisclosureProps,
} from "react-aria-components";
import { given } from "./given.ts";

export interface MoreProps extends Pick<
  DisclosureProps,
  "defaultExpanded" | "isExpanded" | "onExpandedChange"
> {
  /** What is behind it: "Server and sign-in". */
  title: string;
  /** What is set there now, while it is closed. */
  summary?: ReactNode;
  children: ReactNode;
}

/** Choices with good defaults, out of the way until they are wanted: `<More title="Limits" summary="400 a day">…</More>`. */
export function More({ title, summary, children, ...state }: MoreProps) {
  return (
    <Disclosure {...given(state)} className="group/more border-t border-line pt-3">
      <Heading level={3}>
        <Button
          slot="trigger"
          className="-mx-2 flex w-[calc(100%+1rem)] cursor-default items-center gap-1.5 rounded-md px-2 py-1 text-left text-base data-hovered:bg-hover"
        >
          <ChevronRight
            className="size-4 shrink-0 text-ink-soft transition-transform duration-100 group-data-expanded/more:rotate-90"
            aria-hidden
          />
          <span className="font-medium whitespace-nowrap text-ink">{title}</span>
          {summary !== undefined && (
            <span className="min-w-0 truncate text-sm text-ink-soft group-data-expanded/more:hidden">
              {summary}
            </span>
          )}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="flex flex-col gap-4 pt-3 pb-1 pl-5.5">{children}</div>
      </DisclosurePanel>
    </Disclosure>
  );
}
