import { Braces } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Popover } from "../../ui/popover.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useEmail } from "./email-context.ts";
import { writeMergeTag, type ReadTag } from "./merge-fields.ts";

interface MergeMenuProps {
  /** Where it goes, for the button's full name: "Insert a field into the subject". */
  into: string;
  onInsert: (tag: string) => void;
  /** The tag that is chosen, to be changed. */
  current?: ReadTag | undefined;
  isDisabled?: boolean;
}

/** Writes something known of the reader into a text, with what stands there when it is not known. */
export function MergeMenu({ into, onInsert, current, isDisabled }: MergeMenuProps) {
  const verb = current ? "Change the field" : "Insert a field";
  return (
    <Popover
      label={`${verb} in ${into}`}
      placement="bottom end"
      width={300}
      trigger={
        <Button
          size="sm"
          variant="quiet"
          icon={<Braces aria-hidden />}
          aria-label={`${verb} in ${into}`}
          {...(isDisabled ? { isDisabled } : {})}
        >
          {current ? "Change field" : "Insert field"}
        </Button>
      }
    >
      {(close) => (
        <MergeForm
          current={current}
          onInsert={(tag) => {
            close();
            onInsert(tag);
          }}
        />
      )}
    </Popover>
  );
}

function MergeForm({ current, onInsert }: Pick<MergeMenuProps, "current" | "onInsert">) {
  const { fields } = useEmail();
  const known = fields.find(({ path }) => path === current?.path) ?? fields[0];
  const [path, setPath] = useState(known?.path ?? "");
  const [fallback, setFallback] = useState(current?.fallback ?? known?.fallback ?? "");
  const field = fields.find((candidate) => candidate.path === path);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector("button")?.focus();
  }, []);
  return (
    <form
      ref={form}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        // The form stands in a popover of the page, not in the form of the page.
        event.stopPropagation();
        onInsert(writeMergeTag({ path, fallback: field?.fallback === null ? null : fallback }));
      }}
    >
      <Select
        label="Field"
        options={fields.map(({ path: value, label }) => ({ value, label }))}
        value={path}
        onChange={(next) => {
          setPath(next);
          setFallback(fields.find((candidate) => candidate.path === next)?.fallback ?? "");
        }}
      />
      {field?.fallback !== null && (
        <TextField
          label="When it is not known"
          description="These words stand there instead; none at all is fine too."
          value={fallback}
          onChange={setFallback}
        />
      )}
      <Button type="submit" variant="primary" size="sm">
        {current ? "Change" : "Insert"}
      </Button>
    </form>
  );
}
