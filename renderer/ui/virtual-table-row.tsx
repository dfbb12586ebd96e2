import { classes } from "./classes.ts";
import { Checkbox } from "./checkbox.tsx";
import type { RowSelection, VirtualColumn } from "./virtual-table.tsx";

interface VirtualTableRowProps<Row> {
  id: string;
  index: number;
  /** Place and height in pixels. */
  top: number;
  height: number;
  template: string;
  row: Row | undefined;
  columns: readonly VirtualColumn<Row>[];
  isActive: boolean;
  selection: RowSelection<Row> | undefined;
  onPress: (row: Row) => void;
}

/** One row of a VirtualTable, or its outline while the row is on the way. */
export function VirtualTableRow<Row>(props: VirtualTableRowProps<Row>) {
  const { id, index, top, height, template, row, columns, isActive, selection, onPress } = props;
  const isSelected = row !== undefined && selection?.isSelected(row) === true;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      {...(selection ? { "aria-selected": isSelected } : {})}
      className={classes(
        "absolute inset-x-0 grid items-center border-b border-line",
        isSelected ? "bg-accent-soft" : "hover:bg-hover",
        isActive &&
          "group-focus-visible/grid:outline-2 group-focus-visible/grid:-outline-offset-2 group-focus-visible/grid:outline-accent",
      )}
      style={{ top, height, gridTemplateColumns: template }}
      onClick={(event) => {
        const isControl = (event.target as Element).closest("a, button, label, input");
        if (row !== undefined && !isControl) onPress(row);
      }}
    >
      {selection && (
        <span role="gridcell" className="grid place-items-center pb-0.5">
          {row !== undefined && (
            <Checkbox
              aria-label={`Select ${selection.rowLabel(row)}`}
              isSelected={isSelected}
              onChange={() => {
                selection.onToggle(row);
              }}
              excludeFromTabOrder
            />
          )}
        </span>
      )}
      {columns.map((column, place) => (
        <span
          key={column.key}
          role="gridcell"
          className={classes(
            "min-w-0 truncate px-3 text-base",
            place === 0 ? "font-medium text-ink" : "text-ink-soft",
            column.align === "right" && "text-right tabular-nums",
          )}
        >
          {row === undefined ? (
            <span className="inline-block h-3 w-3/5 animate-shimmer rounded-sm bg-pressed" />
          ) : (
            column.render(row)
          )}
        </span>
      ))}
    </div>
  );
}
