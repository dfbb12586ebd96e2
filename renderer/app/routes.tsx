import { lazy, type ReactNode } from "react";
import { Redirect } from "wouter";
import { must } from "#core/shared/assert.ts";
import { mailStateOf } from "../features/settings/mail-words.ts";

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
const EmailPage = lazy(async () => ({
  default: (await import("../features/emails/email-page.tsx")).EmailPage,
}));
const PracticePage = lazy(async () => ({
  default: (await import("../features/practice/practice-page.tsx")).PracticePage,
}));
const ContactsPage = lazy(async () => ({
  default: (await import("../features/contacts/contacts-page.tsx")).ContactsPage,
}));
const ImportsPage = lazy(async () => ({
  default: (await import("../features/imports/imports-page.tsx")).ImportsPage,
}));
const ImportPage = lazy(async () => ({
  default: (await import("../features/imports/import-page.tsx")).ImportPage,
}));
const PersonPage = lazy(async () => ({
  default: (await import("../features/contacts/person-page.tsx")).PersonPage,
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
const BusinessPage = lazy(async () => ({
  default: (await import("../features/settings/business-page.tsx")).BusinessPage,
}));
const AccountPage = lazy(async () => ({
  default: (await import("../features/settings/account-page.tsx")).AccountPage,
}));
const AccountEditorPage = lazy(async () => ({
  default: (await import("../features/settings/account-editor-page.tsx")).AccountEditorPage,
}));
const RelayPage = lazy(async () => ({
  default: (await import("../features/settings/relay-page.tsx")).RelayPage,
}));
const StagesPage = lazy(async () => ({
  default: (await import("../features/settings/stages-page.tsx")).StagesPage,
}));
const FieldsPage = lazy(async () => ({
  default: (await import("../features/settings/fields-page.tsx")).FieldsPage,
}));
const SendingPage = lazy(async () => ({
  default: (await import("../features/settings/sending-page.tsx")).SendingPage,
}));
const MailLogPage = lazy(async () => ({
  default: (await import("../features/settings/mail-log-page.tsx")).MailLogPage,
}));
const LookPage = lazy(async () => ({
  default: (await import("../features/settings/look-page.tsx")).LookPage,
}));

/**
 * Every page, one line each, loaded when it is first opened:
 * `const ContactPage = lazy(async () => ({ default: (await import("…")).ContactPage }));` above, and
 * `{ path: "/contacts/:id", render: ({ id }) => <ContactPage id={must(id)} /> }` here.
 */
export const routes: readonly AppRoute[] = [
  { path: "/", render: () => <CampaignsPage /> },
  { path: "/campaigns/:id", render: ({ id }) => <CampaignPage id={must(id)} /> },
  {
    path: "/campaigns/:id/emails/:stepId",
    render: ({ id, stepId }) => <EmailPage campaignId={must(id)} stepId={must(stepId)} />,
  },
  { path: "/practice", render: () => <PracticePage /> },
  { path: "/contacts", render: () => <ContactsPage /> },
  { path: "/contacts/:id", render: ({ id }) => <PersonPage id={must(id)} /> },
  { path: "/import", render: () => <ImportsPage /> },
  {
    path: "/import/:id/:step?",
    render: ({ id, step }) => <ImportPage id={must(id)} step={step} />,
  },
  { path: "/settings", render: () => <Redirect to="/settings/business" replace /> },
  { path: "/settings/business", render: () => <BusinessPage /> },
  { path: "/settings/account", render: () => <AccountPage /> },
  { path: "/settings/account/new", render: () => <AccountEditorPage id={null} /> },
  { path: "/settings/account/:id", render: ({ id }) => <AccountEditorPage id={must(id)} /> },
  { path: "/settings/relay", render: () => <RelayPage /> },
  { path: "/settings/stages", render: () => <StagesPage /> },
  { path: "/settings/fields", render: () => <FieldsPage /> },
  { path: "/settings/sending", render: () => <SendingPage /> },
  {
    path: "/settings/mail-log/:state?",
    render: ({ state }) => <MailLogPage state={mailStateOf(state)} />,
  },
  { path: "/settings/look", render: () => <LookPage /> },
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
