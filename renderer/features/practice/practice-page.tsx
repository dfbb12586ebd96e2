import { FlaskConical, Inbox, Search } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { useCall } from "../../client/use-call.ts";
import { setWorld, useWorld } from "../../client/world.ts";
import { PracticeClock } from "../../parts/practice-clock/practice-clock.tsx";
import { Button } from "../../ui/button.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { useCommands } from "../../ui/commands.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { SplitPane } from "../../ui/split-pane.tsx";
import { MailList, PAGE } from "./mail-list.tsx";
import { MailView } from "./mail-view.tsx";
import { PracticeActions } from "./practice-actions.tsx";

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
  const [offset, setOffset] = useState(0);
  const [chosen, setChosen] = useState<number>();
  const mails = useCall(
    "practice.listMail",
    { to: search.trim() === "" ? null : search.trim(), offset, limit: PAGE },
    { topics: ["messages"], keepsPrevious: true },
  );
  const found = mails.isPlaceholderData ? undefined : mails.data?.rows[0]?.id;
  // The mail one reads stays when others arrive above it.
  if (chosen === undefined && found !== undefined) setChosen(found);
  // Practice was cleared.
  if (chosen !== undefined && mails.data?.total === 0 && search === "") setChosen(undefined);
  if (offset > 0 && mails.data && mails.data.total <= offset) setOffset(0);
  const searchBox = useRef<HTMLDivElement>(null);
  useCommands(
    useMemo(
      () => [
        {
          id: "search practice mails",
          title: "Search recipients",
          group: "Practice mail",
          icon: <Search />,
          shortcut: "/",
          run: () => {
            searchBox.current?.querySelector("input")?.focus();
          },
        },
      ],
      [],
    ),
  );
  return (
    <Page title="Practice inbox" isFilled actions={<PracticeActions />}>
      <div className="flex min-h-0 flex-1 flex-col gap-4">
        <PracticeClock />
        <Loaded call={mails} height={320}>
          {({ rows, total }) =>
            total === 0 && search === "" ? (
              <EmptyState
                icon={<Inbox />}
                title="No mail yet"
                action={<ButtonLink href="/">Open the campaigns</ButtonLink>}
              >
                Put a campaign live, then move the clock: what it sends arrives here.
              </EmptyState>
            ) : (
              <div className="min-h-0 flex-1 overflow-hidden rounded-xl border border-line shadow-low">
                <SplitPane
                  label="Width of the list of mails"
                  initial={340}
                  left={
                    <div className="flex h-full flex-col">
                      <div ref={searchBox} className="border-b border-line p-2 *:w-full">
                        <SearchField
                          label="Search recipients"
                          value={search}
                          onChange={(text) => {
                            setSearch(text);
                            setOffset(0);
                            setChosen(undefined);
                          }}
                        />
                      </div>
                      <MailList
                        rows={rows}
                        total={total}
                        offset={offset}
                        onOffset={(next) => {
                          setOffset(next);
                          setChosen(undefined);
                        }}
                        selected={chosen}
                        onSelect={setChosen}
                      />
                    </div>
                  }
                  right={<ChosenMail id={chosen} hasRows={rows.length > 0} />}
                />
              </div>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}

function ChosenMail({ id, hasRows }: { id: number | undefined; hasRows: boolean }) {
  if (id !== undefined) return <MailView id={id} />;
  if (hasRows) return null;
  return <EmptyState title="No mail to this recipient">Search for another one.</EmptyState>;
}
