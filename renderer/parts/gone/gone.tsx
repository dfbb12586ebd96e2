import { SearchX } from "lucide-react";
import { ButtonLink } from "../../ui/button-link.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";

interface GoneProps {
  /** "campaign". */
  what: string;
  /** Where the others are. */
  list: { readonly label: string; readonly href: string };
}

/** What stands where something is asked for that is not there any more: asking again would not help. */
export function Gone({ what, list }: GoneProps) {
  return (
    <EmptyState
      icon={<SearchX />}
      title={`This ${what} is gone`}
      action={<ButtonLink href={list.href}>{list.label}</ButtonLink>}
    >
      It was deleted, or it is in the other world: practice and your real data each have their own.
    </EmptyState>
  );
}
