import { useQueries } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { CallFailed } from "#core/contract/failure.ts";
import type { CallName, InputOf, OutputOf } from "./call-name.ts";
import { callCore } from "./link.ts";
import { callKey } from "./query-key.ts";
import { useWorld } from "./world.ts";

const PAGE_ROWS = 100;

interface Paged {
  readonly total: number;
  readonly rows: readonly unknown[];
}

/** Procedures that answer with a page of rows and the total. */
export type PagedName = {
  [N in CallName]: OutputOf<N> extends Paged ? N : never;
}[CallName];

export interface Rows<Row> {
  rowCount: number;
  getRow: (index: number) => Row | undefined;
  onRange: (first: number, last: number) => void;
  /** True until the first answer. */
  isPending: boolean;
  error: CallFailed | undefined;
  refetch: () => void;
}

/**
 * A long list in pages of 100 rows, fetched as they come into sight; made for VirtualTable:
 * `const rows = useRows("contacts.list", { query }); <VirtualTable {...rows} … />`.
 */
export function useRows<N extends PagedName>(
  name: N,
  input: Omit<InputOf<N>, "offset" | "limit">,
): Rows<OutputOf<N>["rows"][number]> {
  const world = useWorld();
  const [range, setRange] = useState({ first: 0, last: 0 });
  const firstPage = Math.floor(range.first / PAGE_ROWS);
  const lastPage = Math.floor(range.last / PAGE_ROWS);
  const pages = Array.from({ length: lastPage - firstPage + 1 }, (_, place) => firstPage + place);

  const results = useQueries({
    queries: pages.map((page) => {
      const pageInput = { ...input, offset: page * PAGE_ROWS, limit: PAGE_ROWS };
      return {
        queryKey: callKey(world, name, pageInput),
        queryFn: () => callCore(world, name, pageInput) as Promise<Paged>,
      };
    }),
  });

  const answered = results.find((result) => result.data !== undefined)?.data;
  const [lastTotal, setLastTotal] = useState<number>();
  const total = answered?.total ?? lastTotal;
  // Kept while the next pages are on their way, so that the table does not jump.
  if (answered && answered.total !== lastTotal) setLastTotal(answered.total);

  return {
    rowCount: total ?? 0,
    getRow: (index) => {
      const page = results[Math.floor(index / PAGE_ROWS) - firstPage];
      return page?.data?.rows[index % PAGE_ROWS] as OutputOf<N>["rows"][number] | undefined;
    },
    onRange: useCallback((first: number, last: number) => {
      setRange((now) => (now.first === first && now.last === last ? now : { first, last }));
    }, []),
    isPending: total === undefined && results.every((result) => result.isPending),
    error: results.find((result) => result.error !== null)?.error ?? undefined,
    refetch: () => {
      for (const result of results) void result.refetch();
    },
  };
}
