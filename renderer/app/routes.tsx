import { lazy, type ReactNode } from "react";
import { must } from "#core/shared/assert.ts";

export interface AppRoute {
  /** A wouter pattern, such as "/contacts/:id". */
  readonly path: string;
  readonly render: (params: Readonly<Record<string, string | undefined>>) => ReactNode;
}

const SegmentsPage = lazy(async () => ({
  default: (await import("../features/segments/segments-page.tsx")).SegmentsPage,
}));
const SegmentPage = lazy(async () => ({
  default: (await import("../features/segments/segment-page.tsx")).SegmentPage,
}));

/**
 * Every page, one line each, loaded when it is first opened:
 * `const ContactPage = lazy(async () => ({ default: (await import("…")).ContactPage }));` above, and
 * `{ path: "/contacts/:id", render: ({ id }) => <ContactPage id={must(id)} /> }` here.
 */
export const routes: readonly AppRoute[] = [
  { path: "/segments", render: () => <SegmentsPage /> },
  { path: "/segments/new", render: () => <SegmentPage id={null} /> },
  { path: "/segments/:id", render: ({ id }) => <SegmentPage id={must(id)} /> },
];
