import { ArrowDown, ArrowUp, Copy, Ellipsis, Plus, Trash2 } from "lucide-react";
import type { Block } from "#core/domain/email-content.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { BLOCK_KINDS, blockName } from "./add-block.ts";
import { afterOverlay } from "./after-overlay.ts";
import { BlockIcon } from "./block-icon.tsx";
import { useBlockEdits } from "./use-block-edits.ts";

interface BlockMenuProps {
  block: Block;
  /** As in "Text, 2 of 5". */
  name: string;
  isFirst: boolean;
  isLast: boolean;
}

/** What is done with a block as a whole, and adding one below it. */
export function BlockMenu({ block, name, isFirst, isLast }: BlockMenuProps) {
  const { id } = block;
  const edits = useBlockEdits();
  return (
    <span className="flex items-center opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 has-aria-expanded:opacity-100">
      <Menu
        label="Add below"
        placement="bottom end"
        trigger={<IconButton label={`Add below: ${name}`} icon={<Plus />} size="sm" isBare />}
        items={BLOCK_KINDS.map((kind) => ({
          id: kind,
          label: blockName(kind),
          icon: <BlockIcon kind={kind} />,
          onAction: () => {
            afterOverlay(() => {
              edits.addBelow(id, kind);
            });
          },
        }))}
      />
      <Menu
        label="Block"
        placement="bottom end"
        trigger={<IconButton label={`More: ${name}`} icon={<Ellipsis />} size="sm" isBare />}
        items={[
          {
            id: "up",
            label: "Move up",
            icon: <ArrowUp />,
            shortcut: "Alt+↑",
            isDisabled: isFirst,
            onAction: () => {
              edits.nudge(id, -1);
            },
          },
          {
            id: "down",
            label: "Move down",
            icon: <ArrowDown />,
            shortcut: "Alt+↓",
            isDisabled: isLast,
            onAction: () => {
              edits.nudge(id, 1);
            },
          },
          {
            id: "duplicate",
            label: "Duplicate",
            icon: <Copy />,
            onAction: () => {
              afterOverlay(() => {
                edits.duplicate(id);
              });
            },
          },
          {
            id: "remove",
            label: "Remove",
            icon: <Trash2 />,
            isDanger: true,
            isSectionStart: true,
            onAction: () => {
              afterOverlay(() => {
                edits.remove(id);
              });
            },
          },
        ]}
      />
    </span>
  );
}
