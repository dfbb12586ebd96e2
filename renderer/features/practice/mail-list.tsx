import { ListBox, ListBoxItem } from "react-aria-components";
import type { OutputOf } from "../../client/call-name.ts";
import { classes } from "../../ui/classes.ts";
import { DateTime } from "../../ui/date-time.tsx";

interface MailListProps {
  rows: OutputOf<"practice.listMail">["rows"];
  total: number;
  selected: number | undefined;
  onSelect: (id: number) => void;
}

const NO_TYPE_AHEAD = "\u00a0";

/** The newest mails, by ↑ and ↓. */
export function MailList({ rows, total, selected, onSelect }: MailListProps) {
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <ListBox
        aria-label="Mails"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected === undefined ? [] : [selected]}
        onSelectionChange={(keys) => {
          if (keys === "all") return;
          const [id] = keys;
          if (id !== undefined) onSelect(Number(id));
        }}
        className="outline-none"
      >
        {rows.map((mail) => (
          <ListBoxItem
            key={mail.id}
            id={mail.id}
            // Letters are shortcuts here, not the beginning of a subject to jump to.
            textValue={NO_TYPE_AHEAD}
            className={classes(
              "flex cursor-default flex-col gap-0.5 border-b border-line px-4 py-2.5 -outline-offset-2",
              "data-hovered:bg-hover data-selected:bg-accent-soft",
            )}
          >
            <span className="flex items-baseline gap-2">
              <span
                className={classes(
                  "min-w-0 flex-1 truncate text-base text-ink",
                  !mail.isRead && "font-semibold",
                )}
              >
                {mail.subject}
              </span>
              {!mail.isRead && (
                <span className="size-2 rounded-full bg-accent" role="img" aria-label="Unread" />
              )}
            </span>
            <span className="flex justify-between gap-2 text-xs text-ink-soft">
              <span className="truncate">{mail.to}</span>
              <DateTime at={mail.at} format="short" />
            </span>
          </ListBoxItem>
        ))}
      </ListBox>
      {total > rows.length && (
        <p className="px-4 py-3 text-xs text-ink-soft">
          The newest {rows.length} of {total.toLocaleString("en-GB")}. Search to see others.
        </p>
      )}
    </div>
  );
}
