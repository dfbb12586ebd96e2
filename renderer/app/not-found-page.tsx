import { Compass } from "lucide-react";
import { ButtonLink } from "../ui/button-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page title="Not found">
      <EmptyState
        icon={<Compass />}
        title="There is no page here"
        action={<ButtonLink href="/">Go to Campaigns</ButtonLink>}
      >
        The address may be of something that was deleted, or that is in the other world.
      </EmptyState>
    </Page>
  );
}
