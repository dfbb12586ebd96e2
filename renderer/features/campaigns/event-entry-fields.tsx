import type { Entry } from "#core/domain/entry.ts";
import { useCall } from "../../client/use-call.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { ComboBox } from "../../ui/combo-box.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";

type EventEntry = Extract<Entry, { kind: "event-received" }>;
type Filter = NonNullable<EventEntry["filter"]>;

const usual = [
  { value: "page_view", label: "page_view", description: "A page of your website was seen" },
  { value: "video_50", label: "video_50", description: "Half of a video was watched" },
];

const tests: readonly { value: Filter["test"]; label: string }[] = [
  { value: "is", label: "is" },
  { value: "contains", label: "contains" },
  { value: "at-least", label: "is at least" },
];

const NO_FILTER: Filter = { property: "page", test: "contains", value: "" };

interface EventEntryFieldsProps {
  entry: EventEntry;
  onChange: (entry: Entry) => void;
}

/** Which event brings people in, and what must be so of it. */
export function EventEntryFields({ entry, onChange }: EventEntryFieldsProps) {
  const { data: known = [] } = useCall("contacts.listEventNames", {}, { topics: ["relay"] });
  const { name, filter } = entry;
  const others = [...new Set([...known, name])].filter(
    (each) => each !== "" && !usual.some(({ value }) => value === each),
  );

  function setName(next: string) {
    onChange({ ...entry, name: next });
  }
  function setFilter(change: Partial<Filter>) {
    onChange({ ...entry, filter: { ...(filter ?? NO_FILTER), ...change } });
  }

  return (
    <>
      <ComboBox
        label="Event"
        description="From a page of your website, or written down on the person’s own page."
        placeholder="Such as page_view or signup"
        options={[...others.map((each) => ({ value: each, label: each })), ...usual]}
        value={name || null}
        onChange={(next) => {
          if (next !== null) setName(next);
        }}
        onCustom={setName}
        emptyText="An event not heard of yet. Enter takes it."
      />
      <Checkbox
        isSelected={filter !== null}
        onChange={(isOn) => {
          onChange({ ...entry, filter: isOn ? NO_FILTER : null });
        }}
      >
        Only if a detail of it fits
      </Checkbox>
      {filter !== null && (
        <div className="grid grid-cols-[1fr_7.5rem] gap-2">
          <TextField
            label="Detail"
            value={filter.property}
            onChange={(property) => {
              setFilter({ property });
            }}
          />
          <Select
            label="How"
            options={tests}
            value={filter.test}
            onChange={(test) => {
              setFilter({ test });
            }}
          />
          <div className="col-span-2">
            <TextField
              label="Value"
              isLabelHidden
              placeholder={filter.test === "at-least" ? "A number" : "Such as /thanks"}
              value={filter.value}
              onChange={(value) => {
                setFilter({ value });
              }}
            />
          </div>
        </div>
      )}
    </>
  );
}
