import type { Crumb } from "../../ui/page-header.tsx";

/** Above a contact's page. */
export const contactCrumbs: readonly Crumb[] = [{ label: "Contacts", href: "/contacts" }];
