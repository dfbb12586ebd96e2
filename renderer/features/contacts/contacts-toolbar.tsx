import { Filter } from "lucide-react";
import type { Ref } from "react";
import { useCall } from "../../client/use-call.ts";
import { Button } from "../../ui/button.tsx";
import type { Option } from "../../ui/option.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { Select } from "../../ui/select.tsx";
import type { ContactsView, Shown } from "./contacts-view.ts";

interface ContactsToolbarProps {
  view: ContactsView;
  onChange: (change: Partial<ContactsView>) => void;
  searchRef: Ref<HTMLDivElement>;
}

/** Search, and who is shown. */
export function ContactsToolbar({ view, onChange, searchRef }: ContactsToolbarProps) {
  const segments = useCall("segments.list", {}, { topics: ["contacts"] }).data ?? [];
  const options: readonly Option<Shown>[] = [
    { value: "everyone", label: "Everyone" },
    ...segments.map(({ id, name }) => ({
      value: `segment:${id}` as const,
      label: name,
      description: "Segment",
    })),
    { value: "archived", label: "Archived" },
    { value: "rule", label: "Own filter" },
  ];
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div ref={searchRef}>
        <SearchField
          label="Search contacts"
          value={view.query}
          onChange={(query) => {
            onChange({ query: query.slice(0, 200) });
          }}
        />
      </div>
      <div className="w-52">
        <Select
          label="Shown"
          isLabelHidden
          options={options}
          value={view.shown}
          onChange={(shown) => {
            onChange({ shown });
          }}
        />
      </div>
      <Button
        icon={<Filter />}
        variant={view.shown === "rule" ? "secondary" : "quiet"}
        aria-expanded={view.shown === "rule"}
        onPress={() => {
          onChange({ shown: view.shown === "rule" ? "everyone" : "rule" });
        }}
      >
        {view.shown === "rule" ? "Close filter" : "Filter"}
      </Button>
    </div>
  );
}
