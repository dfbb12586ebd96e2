import { useCall } from "../../client/use-call.ts";
import { Gone } from "../../parts/gone/gone.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { contactCrumbs } from "./contact-crumbs.ts";
import { PersonView } from "./person-view.tsx";

/** One contact: who they are, what they are in, and their story. */
export function PersonPage({ id }: { id: string }) {
  const contact = useCall(
    "contacts.get",
    { id },
    { topics: ["campaigns", "messages", "imports", "practice"] },
  );
  const fields = useCall("settings.listFields", {});
  if (contact.data && fields.data)
    return <PersonView key={id} contact={contact.data} fields={fields.data} />;
  const error = contact.error ?? fields.error;
  return (
    <Page title="Contact" crumbs={contactCrumbs}>
      {contact.error?.code === "not-found" ? (
        <Gone what="contact" list={{ label: "All contacts", href: "/contacts" }} />
      ) : error ? (
        <ErrorState
          title="This contact could not be opened"
          error={error}
          onRetry={() => {
            void contact.refetch();
            void fields.refetch();
          }}
        />
      ) : (
        <div className="flex gap-8" role="status" aria-label="Opening the contact">
          <div className="w-88">
            <Skeleton height={420} />
          </div>
          <div className="flex flex-1 flex-col gap-6">
            <Skeleton height={96} />
            <Skeleton lines={8} />
          </div>
        </div>
      )}
    </Page>
  );
}
