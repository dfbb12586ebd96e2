import type { Command } from "../ui/commands.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";

export interface ShortcutHelpProps {
  isOpen: boolean;
  onClose: () => void;
  commands: readonly Command[];
}

/** Every shortcut that works on the page one is on. */
export function ShortcutHelp({ isOpen, onClose, commands }: ShortcutHelpProps) {
  const withKeys = commands.filter((command) => command.shortcut !== undefined);
  const groups = [...new Set(withKeys.map((command) => command.group))];
  return (
    <Dialog title="Keyboard shortcuts" isOpen={isOpen} onClose={onClose}>
      {groups.map((group) => (
        <section key={group} className="flex flex-col gap-1">
          <h3 className="pb-1 text-sm font-medium text-ink-soft">{group}</h3>
          {withKeys
            .filter((command) => command.group === group)
            .map((command) => (
              <div key={command.id} className="flex items-center justify-between gap-4 text-ink">
                <span>{command.title}</span>
                <Kbd keys={command.shortcut ?? ""} />
              </div>
            ))}
        </section>
      ))}
    </Dialog>
  );
}
