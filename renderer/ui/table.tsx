import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { Hint } from "./tooltip.tsx";

export interface TableColumn<Row> {
  readonly key: string;
  readonly header: string;
  readonly render: (row: Row) => ReactNode;
  /** Numbers stand right. */
  readonly align?: "left" | "right";
  /** A CSS width such as "8rem" or "30%". */
  readonly width?: string;
  /** The cell that names the row; the first column unless told. */
  readonly isRowHeader?: boolean;
  readonly isHeaderHidden?: boolean;
  /** What the column says, as a tooltip on its heading. */
  readonly hint?: string;
}

export interface TableProps<Row> {
  /** Read out as the table's name. */
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** A row below a thicker line, for totals. */
  footer?: ReactNode;
  isLabelShown?: boolean;
}

/** A real table for up to a few hundred rows. For more, VirtualTable. Put links or buttons into cells. */
export function Table<Row>({
  label,
  columns,
  rows,
  rowKey,
  footer,
  isLabelShown,
}: TableProps<Row>) {
  const headerKey = columns.find((column) => column.isRowHeader)?.key ?? columns[0]?.key;
  return (
    <div
      className="overflow-x-auto -outline-offset-2"
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <table className="w-full border-collapse text-left text-base">
        <caption
          className={isLabelShown ? "pb-2 text-left text-sm font-medium text-ink" : "sr-only"}
        >
          {label}
        </caption>
        <thead>
          <tr className="border-b border-line">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                style={{ width: column.width }}
                className={classes(
                  "px-3 py-2 text-xs font-medium whitespace-nowrap text-ink-soft first:pl-5 last:pr-5",
                  column.align === "right" && "text-right",
                )}
              >
                <span className={column.isHeaderHidden ? "sr-only" : ""}>
                  {column.hint === undefined ? (
                    column.header
                  ) : (
                    <Hint text={column.hint}>{column.header}</Hint>
                  )}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-0 hover:bg-hover">
              {columns.map((column) => {
                const isHeader = column.key === headerKey;
                const Cell = isHeader ? "th" : "td";
                return (
                  <Cell
                    key={column.key}
                    {...(isHeader ? { scope: "row" } : {})}
                    className={classes(
                      "px-3 py-2 align-middle first:pl-5 last:pr-5",
                      isHeader ? "font-medium text-ink" : "font-normal text-ink-soft",
                      column.align === "right" && "text-right tabular-nums",
                    )}
                  >
                    {column.render(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
        {footer !== undefined && (
          <tfoot className="border-t-2 border-line-strong font-medium">{footer}</tfoot>
        )}
      </table>
    </div>
  );
}
