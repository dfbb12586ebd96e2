import type { OutputOf } from "../../client/call-name.ts";
import { Badge } from "../../ui/badge.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { VirtualColumn } from "../../ui/virtual-table.tsx";
import { nameOf, statusTones, statusWords } from "./contact-words.ts";

export type ContactRow = OutputOf<"contacts.list">["rows"][number];

/** Tags that fit a cell; the rest is a number. */
const SHOWN_TAGS = 2;

/** The columns of the list of contacts. `zoneWords` names the zone its days are in. */
export function contactColumns(
  stages: readonly { readonly id: string; readonly name: string }[],
  zoneWords: string,
): readonly VirtualColumn<ContactRow>[] {
  const names = new Map(stages.map(({ id, name }) => [id, name]));
  return [
    {
      key: "address",
      header: "E-mail address",
      render: ({ address }) => address ?? "–",
      track: "minmax(12rem, 2.2fr)",
      isSortable: true,
    },
    {
      key: "name",
      header: "Name",
      render: (row) => nameOf(row),
      track: "minmax(8rem, 1.3fr)",
      isSortable: true,
    },
    {
      key: "stage",
      header: "Stage",
      render: ({ stageId }) => (stageId === null ? "" : (names.get(stageId) ?? "")),
      track: "minmax(5rem, 7rem)",
    },
    {
      key: "tags",
      header: "Tags",
      render: ({ tags }) => <Tags tags={tags} />,
      track: "minmax(8rem, 1.5fr)",
    },
    {
      key: "status",
      header: "Status",
      render: ({ status }) => (
        <Badge tone={statusTones[status]} hasDot>
          {statusWords[status]}
        </Badge>
      ),
      track: "8.5rem",
    },
    {
      key: "created",
      header: `Added (${zoneWords})`,
      render: ({ createdAt }) => <DateTime at={createdAt} format="day" isZoneHidden />,
      track: "8.5rem",
      isSortable: true,
    },
  ];
}

function Tags({ tags }: { tags: readonly string[] }) {
  const more = tags.length - SHOWN_TAGS;
  return (
    <span className="flex min-w-0 items-center gap-1" title={tags.join(", ")}>
      {tags.slice(0, SHOWN_TAGS).map((tag) => (
        <Tag key={tag}>{tag}</Tag>
      ))}
      {more > 0 && (
        <span className="text-xs text-ink-soft">
          +{more}
          <span className="sr-only"> more tags</span>
        </span>
      )}
    </span>
  );
}
