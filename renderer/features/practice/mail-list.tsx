import { ChevronLeft, ChevronRight } from "lucide-react";
import { ListBox, ListBoxItem } from "react-aria-components";
import type { OutputOf } from "../../client/call-name.ts";
import { classes } from "../../ui/classes.ts";
import { DateTime } from "../../ui/date-time.tsx";
import { IconButton } from "../../ui/icon-button.tsx";

interface MailListProps {
  rows: OutputOf<"practice.listMail">["rows"];
  total: number;
  /** How many newer mails there are before the first of the rows. */
  offset: number;
  onOffset: (offset: number) => void;
  selected: number | undefined;
  onSelect: (id: number) => void;
}

/** Mails on one page of the list. */
export const PAGE = 100;

const NO_TYPE_AHEAD = "\u00a0";

/** The mails by ↑ and ↓, the newest first, a page at a time. */
export function MailList(props: MailListProps) {
  const { rows, total, offset, onOffset, selected, onSelect } = props;
  return (
    <>
      <ListBox
        key={offset}
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
        className="min-h-0 flex-1 overflow-auto outline-none"
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
      {total > PAGE && (
        <div className="flex items-center gap-1 border-t border-line py-1 pr-2 pl-4 text-xs text-ink-soft">
          <span className="flex-1 tabular-nums" role="status">
            {place(offset)}–{place(offset + rows.length - 1)} of {total.toLocaleString("en-GB")}
          </span>
          <IconButton
            label="Newer mails"
            icon={<ChevronLeft />}
            size="sm"
            isBare
            isDisabled={offset === 0}
            onPress={() => {
              onOffset(Math.max(0, offset - PAGE));
            }}
          />
          <IconButton
            label="Older mails"
            icon={<ChevronRight />}
            size="sm"
            isBare
            isDisabled={offset + PAGE >= total}
            onPress={() => {
              onOffset(offset + PAGE);
            }}
          />
        </div>
      )}
    </>
  );
}

function place(index: number): string {
  return (index + 1).toLocaleString("en-GB");
}
