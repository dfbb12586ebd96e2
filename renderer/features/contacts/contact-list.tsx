import { SearchX } from "lucide-react";
import { type Ref, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { CallFailed } from "#core/contract/failure.ts";
import { client } from "../../client/client.ts";
import { useCall } from "../../client/use-call.ts";
import { useRows } from "../../client/use-rows.ts";
import { useRuleProblems } from "../../parts/rule-editor/use-rule-problems.ts";
import { Button } from "../../ui/button.tsx";
import { useZone } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { zoneWords } from "../../ui/format-instant.ts";
import { showToast } from "../../ui/show-toast.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useSettled } from "../../ui/use-settled.ts";
import { VirtualTable } from "../../ui/virtual-table.tsx";
import { addTagTo, archiveContacts, removeTagFrom, restoreContacts } from "./bulk-actions.ts";
import { contactColumns } from "./contact-columns.tsx";
import { ContactFilter } from "./contact-filter.tsx";
import { contactsWords, titleOf } from "./contact-words.ts";
import { ContactsToolbar } from "./contacts-toolbar.tsx";
import { type ContactsView, shownRule, sortedBy, useContactsView } from "./contacts-view.ts";
import { type BulkVerb, SelectionBar } from "./selection-bar.tsx";
import { StartCampaignDialog } from "./start-campaign-dialog.tsx";
import { TagDialog } from "./tag-dialog.tsx";
import { useBulk } from "./use-bulk.ts";

/** Long enough that a word is typed in one go, short enough that nobody waits. */
const TYPING_MS = 150;

/** The long table of contacts with everything that narrows it, and what is done to the selected. */
export function ContactList({ searchRef }: { searchRef: Ref<HTMLDivElement> }) {
  const [, navigate] = useLocation();
  const zone = useZone();
  const [view, changeView] = useContactsView();
  const stages = useCall("settings.listStages", {}, { topics: ["contacts"] }).data;
  const columns = useMemo(() => contactColumns(stages ?? [], zoneWords(zone)), [stages, zone]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [verb, setVerb] = useState<BulkVerb>();
  const { progress, run } = useBulk();
  const { input, problems } = useListInput(view);
  const rows = useRows("contacts.list", input);
  const ids = useMemo(() => [...selected], [selected]);

  async function selectAll() {
    try {
      const { query, rule } = input;
      setSelected(new Set((await client.contacts.listIds({ query, rule })).ids));
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      showToast({ text: error.message, kind: "problem" });
    }
  }

  function clear() {
    setSelected(new Set());
  }

  function act(chosen: BulkVerb) {
    if (chosen === "archive") void archiveContacts(run, ids).then(clear);
    else if (chosen === "restore") void restoreContacts(run, ids).then(clear);
    else setVerb(chosen);
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <ContactsToolbar view={view} onChange={changeView} searchRef={searchRef} />
      {view.shown === "rule" && (
        <ContactFilter
          rule={view.rule}
          problems={problems}
          onChange={(rule) => {
            changeView({ rule });
          }}
        />
      )}
      <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-xl border border-line">
        <SelectionBar
          total={rows.isPending ? undefined : rows.rowCount}
          selected={selected.size}
          isArchive={view.shown === "archived"}
          progress={progress}
          onVerb={act}
          onSelectAll={() => void selectAll()}
          onClear={clear}
        />
        <div className="min-h-0 flex-1">
          {rows.error ? (
            <ErrorState error={rows.error} onRetry={rows.refetch} />
          ) : rows.isPending ? (
            <div className="p-4">
              <Skeleton lines={12} />
            </div>
          ) : rows.rowCount === 0 ? (
            <NobodyFits onClear={() => changeView({ query: "", shown: "everyone" })} />
          ) : (
            <VirtualTable
              // Another list begins at its top.
              key={JSON.stringify(input)}
              label="Contacts"
              {...rows}
              columns={columns}
              sort={{
                key: view.sort,
                isDescending: view.isDescending,
                onSort: (key) => {
                  changeView(sortedBy(view, key as ContactsView["sort"]));
                },
              }}
              onRowAction={({ id }) => {
                navigate(`/contacts/${id}`);
              }}
              selection={{
                isSelected: ({ id }) => selected.has(id),
                rowLabel: titleOf,
                onToggle: ({ id }) => {
                  setSelected(toggled(selected, id));
                },
              }}
            />
          )}
        </div>
      </div>
      {(verb === "add-tag" || verb === "remove-tag") && (
        <TagDialog
          kind={verb === "add-tag" ? "add" : "remove"}
          who={contactsWords(ids.length)}
          onTag={(tag) => {
            void (verb === "add-tag" ? addTagTo : removeTagFrom)(run, ids, tag);
          }}
          onClose={() => {
            setVerb(undefined);
          }}
        />
      )}
      {verb === "start" && (
        <StartCampaignDialog
          ids={ids}
          who={contactsWords(ids.length)}
          onClose={() => {
            setVerb(undefined);
          }}
        />
      )}
    </div>
  );
}

/** What the core is asked for, once the typing has settled; an unfinished rule is not asked for yet. */
function useListInput(view: ContactsView) {
  const query = useSettled(view.query.trim(), TYPING_MS);
  const found = useRuleProblems(view.rule);
  const problems = found ?? [];
  const isUnfinished = view.shown === "rule" && problems.length > 0;
  const rule = useSettled(isUnfinished ? null : shownRule(view), TYPING_MS);
  const { sort, isDescending } = view;
  return { input: { query, rule, sort, isDescending }, problems };
}

function NobodyFits({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title="Nobody fits"
      action={<Button onPress={onClear}>Show everyone</Button>}
    >
      Search looks into addresses and names. Try fewer letters, or another filter.
    </EmptyState>
  );
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
