import { ComboBox } from "../../ui/combo-box.tsx";
import { useEditor } from "./editor-context.ts";

interface TagFieldProps {
  tag: string;
  onChange: (tag: string) => void;
  isLabelHidden?: boolean;
}

/** One tag, known or new. */
export function TagField({ tag, onChange, isLabelHidden = false }: TagFieldProps) {
  const { choices } = useEditor();
  return (
    <ComboBox
      label="Tag"
      isLabelHidden={isLabelHidden}
      placeholder="Tag"
      options={[...new Set([...choices.tags, tag])]
        .filter((known) => known !== "")
        .map((known) => ({ value: known, label: known }))}
      value={tag || null}
      onChange={(next) => {
        if (next !== null) onChange(next);
      }}
      onCustom={onChange}
      emptyText="A new tag. Enter takes it."
    />
  );
}
