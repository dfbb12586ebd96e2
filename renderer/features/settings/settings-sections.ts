import {
  Building2,
  Gauge,
  ListOrdered,
  type LucideIcon,
  Mail,
  Palette,
  RadioTower,
  ScrollText,
  TextCursorInput,
} from "lucide-react";

export interface SettingsSection {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** More words it is found by in the command palette. */
  readonly keywords: string;
}

/** The pages of the settings, in their order. */
export const settingsSections: readonly SettingsSection[] = [
  {
    href: "/settings/business",
    label: "Business",
    icon: Building2,
    keywords: "name postal address time zone tracking consent",
  },
  {
    href: "/settings/account",
    label: "Mail account",
    icon: Mail,
    keywords: "smtp server password limits gmail outlook sender",
  },
  {
    href: "/settings/relay",
    label: "Relay",
    icon: RadioTower,
    keywords: "opens clicks unsubscribe tracking server key",
  },
  {
    href: "/settings/sending",
    label: "Sending",
    icon: Gauge,
    keywords: "pause resume waiting uncertain per day",
  },
  {
    href: "/settings/mail-log",
    label: "Mail log",
    icon: ScrollText,
    keywords: "sent failed queued uncertain reply reason",
  },
  {
    href: "/settings/stages",
    label: "Stages",
    icon: ListOrdered,
    keywords: "customer journey lead promoter",
  },
  {
    href: "/settings/fields",
    label: "Fields",
    icon: TextCursorInput,
    keywords: "contact columns text number date",
  },
  {
    href: "/settings/look",
    label: "Look and start",
    icon: Palette,
    keywords: "light dark theme login start data folder",
  },
];
