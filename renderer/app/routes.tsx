import type { ReactNode } from "react";

export interface AppRoute {
  /** A wouter pattern, such as "/contacts/:id". */
  readonly path: string;
  readonly render: (params: Readonly<Record<string, string | undefined>>) => ReactNode;
}

/**
 * Every page, one line each, loaded when it is first opened:
 * `const ContactPage = lazy(async () => ({ default: (await import("…")).ContactPage }));` above, and
 * `{ path: "/contacts/:id", render: ({ id }) => <ContactPage id={must(id)} /> }` here.
 */
export const routes: readonly AppRoute[] = [];
