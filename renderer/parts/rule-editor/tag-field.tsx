import { ComboBox } from "../../ui/combo-box.tsx";
import { given } from "../../ui/given.ts";

interface TagFieldProps {
  tag: string;
  /** Tags there are; any other may be typed. */
  tags: readonly string[];
  onChange: (tag: string) => void;
  isLabelHidden?: boolean;
  emptyText: string;
}

/** One tag, known or new. */
export function TagField({ tag, tags, onChange, isLabelHidden, emptyText }: TagFieldProps) {
  return (
    <ComboBox
      label="Tag"
      {...given({ isLabelHidden })}
      placeholder="Tag"
      options={[...new Set([...tags, tag])]
        .filter((known) => known !== "")
        .map((known) => ({ value: known, label: known }))}
      value={tag || null}
      onChange={(next) => {
        if (next !== null) onChange(next);
      }}
      onCustom={onChange}
      emptyText={emptyText}
    />
  );
}
