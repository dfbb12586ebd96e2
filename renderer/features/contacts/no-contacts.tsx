import { UsersRound } from "lucide-react";
import { useAction } from "../../client/use-action.ts";
import { useWorld } from "../../client/world.ts";
import { Button } from "../../ui/button.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { contactsWords } from "./contact-words.ts";

/** Stands where the list will be, until there is anybody. */
export function NoContacts() {
  const isPractice = useWorld() === "practice";
  const addSample = useAction("practice.addSampleContacts", {
    onDone: ({ added }) => {
      showToast({ text: `${contactsWords(added)} added` });
    },
  });
  return (
    <EmptyState
      icon={<UsersRound />}
      title="No contacts yet"
      action={
        <>
          {isPractice && (
            <Button
              isPending={addSample.isPending}
              onPress={() => {
                addSample.mutate({});
              }}
            >
              Add sample contacts
            </Button>
          )}
          <ButtonLink href="/import" variant="primary">
            Import a CSV file
          </ButtonLink>
        </>
      }
    >
      {isPractice
        ? "Bring your own list as a CSV file, as your spreadsheet saves it, or begin with some 450 made-up people."
        : "Bring your list as a CSV file, as your spreadsheet or your old mail program saves it."}
    </EmptyState>
  );
}
