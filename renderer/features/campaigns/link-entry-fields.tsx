import type { Entry } from "#core/domain/entry.ts";
import { useCall } from "../../client/use-call.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { ComboBox } from "../../ui/combo-box.tsx";

interface LinkEntryFieldsProps {
  entry: Extract<Entry, { kind: "link-clicked" }>;
  onChange: (entry: Entry) => void;
}

/** Which page a click must lead to, in whichever email it is. */
export function LinkEntryFields({ entry, onChange }: LinkEntryFieldsProps) {
  const { data: known = [] } = useCall("campaigns.listLinks", {}, { topics: ["emails"] });
  const { url } = entry;
  const isOwn = url !== "" && !known.some((link) => link.url === url);

  function setUrl(next: string) {
    onChange({ ...entry, url: next });
  }

  return (
    <>
      <ComboBox
        label="Link to"
        description="In any email of any campaign, as long as it is tracked."
        placeholder="https://example.com/pricing"
        options={[
          ...(isOwn ? [{ value: url, label: url }] : []),
          ...known.map((link) => ({ value: link.url, label: link.url, description: link.label })),
        ]}
        value={url || null}
        onChange={(next) => {
          if (next !== null) setUrl(next);
        }}
        onCustom={setUrl}
        emptyText="No email leads there yet. Enter takes it all the same."
      />
      <Checkbox
        isSelected={entry.isBelow}
        onChange={(isBelow) => {
          onChange({ ...entry, isBelow });
        }}
      >
        The pages below it too
      </Checkbox>
      <Checkbox
        isSelected={entry.alsoUnsure}
        onChange={(alsoUnsure) => {
          onChange({ ...entry, alsoUnsure });
        }}
        description="Clicks that are surely a program’s never count."
      >
        Also when it may have been a program
      </Checkbox>
    </>
  );
}
