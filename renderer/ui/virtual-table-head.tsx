import { ArrowDown, ArrowUp } from "lucide-react";
import { Button } from "react-aria-components";
import { classes } from "./classes.ts";
import type { RowSort, VirtualColumn } from "./virtual-table.tsx";

interface VirtualTableHeadProps<Row> {
  columns: readonly VirtualColumn<Row>[];
  template: string;
  hasSelection: boolean;
  sort: RowSort | undefined;
}

/** The headings of a VirtualTable; those of sortable columns are buttons that say the order. */
export function VirtualTableHead<Row>(props: VirtualTableHeadProps<Row>) {
  const { columns, template, hasSelection, sort } = props;
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-10 grid h-9 min-w-full items-center border-b border-line bg-surface"
      style={{ gridTemplateColumns: template }}
    >
      {hasSelection && (
        <span role="columnheader">
          <span className="sr-only">Selected</span>
        </span>
      )}
      {columns.map((column) => (
        <span
          key={column.key}
          role="columnheader"
          {...(column.isSortable && sort ? { "aria-sort": orderOf(column.key, sort) } : {})}
          className={classes(
            "truncate px-3 text-xs font-medium text-ink-soft",
            column.align === "right" && "text-right",
          )}
        >
          {column.isSortable && sort ? <SortButton column={column} sort={sort} /> : column.header}
        </span>
      ))}
    </div>
  );
}

function SortButton<Row>({ column, sort }: { column: VirtualColumn<Row>; sort: RowSort }) {
  const Arrow = sort.isDescending ? ArrowDown : ArrowUp;
  return (
    <Button
      onPress={() => {
        sort.onSort(column.key);
      }}
      className="-mx-1.5 inline-flex h-6 cursor-default items-center gap-1 rounded-sm px-1.5 data-hovered:bg-hover data-hovered:text-ink"
    >
      {column.header}
      {sort.key === column.key && <Arrow className="size-3" aria-hidden />}
    </Button>
  );
}

function orderOf(key: string, sort: RowSort): "ascending" | "descending" | "none" {
  if (sort.key !== key) return "none";
  return sort.isDescending ? "descending" : "ascending";
}
