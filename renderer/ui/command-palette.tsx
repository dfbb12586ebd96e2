import { Search } from "lucide-react";
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from "react-aria-components";
import type { Command } from "./commands.ts";
import { Kbd } from "./kbd.tsx";
import { overlayPlace } from "./overlay-place.ts";

export interface CommandPaletteProps {
  isOpen: boolean;
  onClose: () => void;
  commands: readonly Command[];
}

/** The list it controls is named by Autocomplete. A search box over a list is one of these, which a bare search field is not. */
const combobox = { role: "combobox", "aria-expanded": true, "aria-haspopup": "listbox" } as const;

/** Everything that can be done, found by typing. */
export function CommandPalette({ isOpen, onClose, commands }: CommandPaletteProps) {
  const { contains } = useFilter({ sensitivity: "base" });
  const groups = [...new Set(commands.map((command) => command.group))].map((group) => ({
    group,
    items: commands.filter((command) => command.group === group),
  }));
  return (
    <ModalOverlay
      {...overlayPlace()}
      isOpen={isOpen}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      isDismissable
      className="fixed inset-0 z-50 flex animate-fade items-start justify-center bg-scrim p-6 pt-[14vh]"
    >
      <Modal className="w-full max-w-xl animate-rise overflow-hidden rounded-xl bg-raised shadow-high">
        <Dialog aria-label="Commands" className="flex flex-col outline-none">
          <Autocomplete
            filter={(text, typed) => words(typed).every((word) => contains(text, word))}
          >
            <SearchField
              aria-label="Search commands"
              autoFocus
              className="flex items-center gap-2.5 border-b border-line px-4"
            >
              <Search className="size-4 text-ink-faint" aria-hidden />
              <Input
                {...combobox}
                placeholder="Go to, or do …"
                className="h-12 flex-1 bg-transparent text-lg text-ink outline-none [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            <ListBox
              aria-label="Commands"
              className="h-80 overflow-auto p-2 outline-none"
              onAction={(id) => {
                onClose();
                commands.find((command) => command.id === id)?.run();
              }}
              renderEmptyState={() => (
                <p className="px-2 py-6 text-center text-base text-ink-soft">
                  Nothing by that name. Try a page, such as “Contacts”.
                </p>
              )}
            >
              {groups.map(({ group, items }) => (
                <ListBoxSection key={group} id={group} aria-label={group}>
                  <Header className="px-2 pt-2 pb-1 text-xs font-medium text-ink-soft">
                    {group}
                  </Header>
                  <Collection items={items}>
                    {(command) => (
                      <ListBoxItem
                        id={command.id}
                        textValue={`${command.title} ${command.keywords ?? ""}`}
                        className="flex cursor-default items-center gap-2.5 rounded-md px-2 py-2 text-base text-ink outline-none data-focused:bg-hover [&_svg]:size-4 [&_svg]:text-ink-soft"
                      >
                        {command.icon}
                        <span className="flex-1 truncate">{command.title}</span>
                        {command.shortcut !== undefined && <Kbd keys={command.shortcut} />}
                      </ListBoxItem>
                    )}
                  </Collection>
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function words(typed: string): readonly string[] {
  return typed.split(" ").filter((word) => word !== "");
}
