import { Plus } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { Tag } from "../../ui/tag.tsx";

interface PersonTagsProps {
  tags: readonly string[];
  onAdd: () => void;
  onRemove: (tag: string) => void;
}

export function PersonTags({ tags, onAdd, onRemove }: PersonTagsProps) {
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {tags.length > 0 && (
        <ul aria-label="Tags" className="contents">
          {tags.map((tag) => (
            <li key={tag} className="flex min-w-0">
              <Tag
                onRemove={() => {
                  onRemove(tag);
                }}
              >
                {tag}
              </Tag>
            </li>
          ))}
        </ul>
      )}
      <Button size="sm" variant="quiet" icon={<Plus />} onPress={onAdd}>
        Add tag
      </Button>
    </div>
  );
}
