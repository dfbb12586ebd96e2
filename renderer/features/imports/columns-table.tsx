import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { ColumnTarget, Field } from "./column-targets.ts";
import { ColumnRow, type ColumnRowWords } from "./column-row.tsx";
import type { Inspection } from "./use-plan.ts";

interface ColumnsTableProps extends ColumnRowWords {
  /** Places of the columns to show, in order. */
  shown: readonly number[];
  columns: Inspection["columns"];
  mapping: readonly ColumnTarget[];
  fields: readonly Field[];
  problems: ReadonlyMap<number, string>;
}

const ROW_PIXELS = 61;
const heads = [
  { title: "Column in the file", width: "22%" },
  { title: "First values", width: "28%" },
  { title: "Goes to", width: "22%" },
  { title: "Field", width: "28%" },
];

/** A real table of the columns that keeps in the page only those in sight, so that a thousand are no burden. */
export function ColumnsTable(props: ColumnsTableProps) {
  const { shown, columns, mapping, fields, problems, ...row } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PIXELS,
    getItemKey: (place) => shown[place] ?? place,
    overscan: 6,
    scrollPaddingStart: 36,
  });
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div
      ref={scroller}
      role="region"
      aria-label="Columns of the file"
      tabIndex={0}
      className="min-h-0 flex-initial overflow-auto rounded-xl border border-line -outline-offset-2 shadow-low"
    >
      <table
        aria-label="Columns of the file"
        aria-rowcount={shown.length + 1}
        className="w-full table-fixed border-collapse text-left text-base"
      >
        <thead className="sticky top-0 z-10 bg-surface shadow-[0_1px_0_var(--line)]">
          <tr>
            {heads.map(({ title, width }) => (
              <th
                key={title}
                scope="col"
                style={{ width }}
                className="px-3 py-2 text-xs font-medium text-ink-soft first:pl-5 last:pr-5"
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={before} />
          {items.map(({ index: place, key }) => {
            const index = shown[place];
            const column = index === undefined ? undefined : columns[index];
            const target = index === undefined ? undefined : mapping[index];
            if (index === undefined || !column || !target) return null;
            return (
              <ColumnRow
                key={key}
                ref={virtualizer.measureElement}
                place={place}
                index={index}
                column={column}
                target={target}
                fields={fields}
                problem={problems.get(index)}
                {...row}
              />
            );
          })}
          <Gap height={after} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows that are out of sight. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return <tr aria-hidden style={{ height }} />;
}
