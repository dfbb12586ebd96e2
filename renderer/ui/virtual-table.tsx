import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { classes } from "./classes.ts";
import { moveInGrid } from "./move-in-grid.ts";
import { VirtualTableHead } from "./virtual-table-head.tsx";
import { VirtualTableRow } from "./virtual-table-row.tsx";

export interface VirtualColumn<Row> {
  readonly key: string;
  readonly header: string;
  readonly render: (row: Row) => ReactNode;
  readonly align?: "left" | "right";
  /** A CSS grid track: "2fr", "8rem", "minmax(12rem, 2fr)". "1fr" unless told. */
  readonly track?: string;
  /** Its heading is a button that sorts. */
  readonly isSortable?: boolean;
}

export interface RowSort {
  /** Key of the column the rows are in the order of. */
  readonly key: string;
  readonly isDescending: boolean;
  onSort: (key: string) => void;
}

export interface RowSelection<Row> {
  isSelected: (row: Row) => boolean;
  onToggle: (row: Row) => void;
  /** Names the row for the screen reader. */
  rowLabel: (row: Row) => string;
}

export interface VirtualTableProps<Row> {
  label: string;
  rowCount: number;
  /** The row at an index, or undefined while its page is on the way. */
  getRow: (index: number) => Row | undefined;
  columns: readonly VirtualColumn<Row>[];
  /** Enter, or a click on a row. */
  onRowAction?: (row: Row) => void;
  /** Says which rows are in sight, so that their pages can be fetched. */
  onRange?: (first: number, last: number) => void;
  selection?: RowSelection<Row>;
  sort?: RowSort;
  /** Height of a row in pixels. */
  rowHeight?: number;
}

/**
 * A table of any length that keeps some 30 rows in the page. It fills the height of its parent.
 * Arrows, Page Up/Down, Home and End move; Enter opens; Space selects. Give it the result of `useRows`.
 */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const {
    label,
    rowCount,
    getRow,
    columns,
    onRowAction,
    onRange,
    selection,
    sort,
    rowHeight = 40,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const idBase = useId();
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: 36,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(first, last), [onRange, first, last]);

  const tracks = columns.map((column) => column.track ?? "minmax(0, 1fr)").join(" ");
  const template = selection ? `2.5rem ${tracks}` : tracks;
  const activeIndex = Math.min(active, Math.max(0, rowCount - 1));

  function onKeyDown(event: React.KeyboardEvent) {
    if (event.target !== event.currentTarget) return;
    const pageRows = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2;
    const next = moveInGrid(event.key, { active: activeIndex, rowCount, pageRows });
    const row = getRow(activeIndex);
    if (next !== undefined) {
      setActive(next);
      virtualizer.scrollToIndex(next);
    } else if (event.key === "Enter" && row !== undefined) onRowAction?.(row);
    else if (event.key === " " && row !== undefined) selection?.onToggle(row);
    else return;
    event.preventDefault();
  }

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length + (selection ? 1 : 0)}
      {...(selection ? { "aria-multiselectable": true } : {})}
      {...(rowCount > 0 ? { "aria-activedescendant": `${idBase}-${activeIndex}` } : {})}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className={classes(
        "group/grid relative h-full min-h-0 overflow-auto -outline-offset-2",
        // With rows, the ring is around the row one is on.
        rowCount > 0 && "outline-none",
      )}
    >
      <VirtualTableHead
        columns={columns}
        template={template}
        hasSelection={selection !== undefined}
        sort={sort}
      />
      <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => (
          <VirtualTableRow
            key={item.key}
            id={`${idBase}-${item.index}`}
            index={item.index}
            top={item.start}
            height={rowHeight}
            template={template}
            row={getRow(item.index)}
            columns={columns}
            isActive={item.index === activeIndex}
            selection={selection}
            onPress={(row) => {
              setActive(item.index);
              onRowAction?.(row);
            }}
          />
        ))}
      </div>
    </div>
  );
}
