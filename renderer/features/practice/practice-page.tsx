import { FlaskConical, Inbox } from "lucide-react";
import { useState } from "react";
import { useCall } from "../../client/use-call.ts";
import { setWorld, useWorld } from "../../client/world.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { SplitPane } from "../../ui/split-pane.tsx";
import { MailList } from "./mail-list.tsx";
import { MailView } from "./mail-view.tsx";
import { PracticeActions } from "./practice-actions.tsx";
import { PracticeClock } from "./practice-clock.tsx";

/** Every mail that practice caught, as its recipient would see it, and the clock that moves practice on. */
export function PracticePage() {
  const world = useWorld();
  if (world === "practice") return <PracticeInbox />;
  return (
    <Page title="Practice inbox">
      <EmptyState
        icon={<FlaskConical />}
        title="This is for practice"
        action={
          <Button
            variant="primary"
            onPress={() => {
              setWorld("practice");
            }}
          >
            Switch to practice
          </Button>
        }
      >
        In practice every mail ends here, where you can open it and click as its recipient would.
      </EmptyState>
    </Page>
  );
}

function PracticeInbox() {
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<number>();
  const mails = useCall(
    "practice.listMail",
    { to: search.trim() === "" ? null : search.trim() },
    { topics: ["messages"], keepsPrevious: true },
  );
  return (
    <Page title="Practice inbox" isFilled actions={<PracticeActions />}>
      <div className="flex min-h-0 flex-1 flex-col gap-4">
        <PracticeClock />
        <Loaded call={mails} height={320}>
          {({ rows, total }) =>
            total === 0 && search === "" ? (
              <EmptyState icon={<Inbox />} title="No mail yet">
                Put a campaign live, then move the clock: what it sends arrives here.
              </EmptyState>
            ) : (
              <div className="min-h-0 flex-1 overflow-hidden rounded-xl border border-line shadow-low">
                <SplitPane
                  label="Width of the list of mails"
                  initial={340}
                  left={
                    <div className="flex h-full flex-col">
                      <div className="border-b border-line p-2">
                        <SearchField
                          label="Search recipients"
                          value={search}
                          onChange={setSearch}
                        />
                      </div>
                      <MailList
                        rows={rows}
                        total={total}
                        selected={chosen ?? rows[0]?.id}
                        onSelect={setChosen}
                      />
                    </div>
                  }
                  right={<ChosenMail id={chosen ?? rows[0]?.id} />}
                />
              </div>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}

function ChosenMail({ id }: { id: number | undefined }) {
  if (id === undefined)
    return <EmptyState title="No mail to this recipient">Search for another one.</EmptyState>;
  return <MailView key={id} id={id} />;
}
