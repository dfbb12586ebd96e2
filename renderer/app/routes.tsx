import { lazy, type ReactNode } from "react";
import { must } from "#core/shared/assert.ts";

export interface AppRoute {
  /** A wouter pattern, such as "/contacts/:id". */
  readonly path: string;
  readonly render: (params: Readonly<Record<string, string | undefined>>) => ReactNode;
}

const CampaignsPage = lazy(async () => ({
  default: (await import("../features/campaigns/campaigns-page.tsx")).CampaignsPage,
}));
const CampaignPage = lazy(async () => ({
  default: (await import("../features/campaigns/campaign-page.tsx")).CampaignPage,
}));
const ContactsPage = lazy(async () => ({
  default: (await import("../features/contacts/contacts-page.tsx")).ContactsPage,
}));
const SegmentsPage = lazy(async () => ({
  default: (await import("../features/segments/segments-page.tsx")).SegmentsPage,
}));
const SegmentPage = lazy(async () => ({
  default: (await import("../features/segments/segment-page.tsx")).SegmentPage,
}));
const ReportsPage = lazy(async () => ({
  default: (await import("../features/reports/reports-page.tsx")).ReportsPage,
}));
const CampaignReportPage = lazy(async () => ({
  default: (await import("../features/reports/campaign-report-page.tsx")).CampaignReportPage,
}));
const EmailReportPage = lazy(async () => ({
  default: (await import("../features/reports/email-report-page.tsx")).EmailReportPage,
}));

/**
 * Every page, one line each, loaded when it is first opened:
 * `const ContactPage = lazy(async () => ({ default: (await import("…")).ContactPage }));` above, and
 * `{ path: "/contacts/:id", render: ({ id }) => <ContactPage id={must(id)} /> }` here.
 */
export const routes: readonly AppRoute[] = [
  { path: "/", render: () => <CampaignsPage /> },
  { path: "/campaigns/:id", render: ({ id }) => <CampaignPage id={must(id)} /> },
  { path: "/contacts", render: () => <ContactsPage /> },
  { path: "/segments", render: () => <SegmentsPage /> },
  { path: "/segments/new", render: () => <SegmentPage id={null} /> },
  { path: "/segments/:id", render: ({ id }) => <SegmentPage id={must(id)} /> },
  { path: "/reports", render: () => <ReportsPage /> },
  { path: "/reports/:id", render: ({ id }) => <CampaignReportPage id={must(id)} /> },
  {
    path: "/reports/:id/emails/:stepId",
    render: ({ id, stepId }) => <EmailReportPage campaignId={must(id)} stepId={must(stepId)} />,
  },
];
