import { Import, Plus, Search } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import { useCall } from "../../client/use-call.ts";
import { Button } from "../../ui/button.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { useCommands } from "../../ui/commands.ts";
import { Page } from "../../ui/page.tsx";
import { ContactList } from "./contact-list.tsx";
import { NewContactDialog } from "./new-contact-dialog.tsx";
import { NoContacts } from "./no-contacts.tsx";

/** Everyone: search, filter, select, and do something with many at once. */
export function ContactsPage() {
  const [, navigate] = useLocation();
  const [isAdding, setAdding] = useState(false);
  const search = useRef<HTMLDivElement>(null);
  const anybody = useCall("contacts.list", { limit: 1 }, { topics: ["imports", "practice"] });
  const archive = useCall("contacts.list", {
    limit: 1,
    rule: { kind: "status", test: "is", status: "archived" },
  });
  const isEmpty = anybody.data?.total === 0 && archive.data?.total === 0;

  useCommands(
    useMemo(
      () => [
        {
          id: "new contact",
          title: "New contact",
          group: "Contacts",
          icon: <Plus />,
          shortcut: "n",
          run: () => {
            setAdding(true);
          },
        },
        {
          id: "import contacts",
          title: "Import contacts",
          group: "Contacts",
          icon: <Import />,
          keywords: "csv file list upload",
          shortcut: "i",
          run: () => {
            navigate("/import");
          },
        },
        {
          id: "search contacts",
          title: "Search contacts",
          group: "Contacts",
          icon: <Search />,
          shortcut: "/",
          run: () => {
            search.current?.querySelector("input")?.focus();
          },
        },
      ],
      [navigate],
    ),
  );

  return (
    <Page
      title="Contacts"
      isFilled
      actions={
        <>
          <ButtonLink href="/import" icon={<Import />}>
            Import
          </ButtonLink>
          <Button
            variant="primary"
            icon={<Plus />}
            onPress={() => {
              setAdding(true);
            }}
          >
            New contact
          </Button>
        </>
      }
    >
      {isEmpty ? <NoContacts /> : <ContactList searchRef={search} />}
      {isAdding && (
        <NewContactDialog
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </Page>
  );
}
