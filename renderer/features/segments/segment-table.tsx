import { Copy, Ellipsis, Pencil, Plus, Shapes, Trash2 } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import type { OutputOf } from "../../client/call-name.ts";
import { useAction } from "../../client/use-action.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Table } from "../../ui/table.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { copyName } from "./copy-name.ts";
import { RemoveSegmentDialog } from "./remove-segment-dialog.tsx";
import { asSentence } from "./rule-words.ts";

type Segment = OutputOf<"segments.list">[number];

/** Every segment with its rule in words and how many are in it now. */
export function SegmentTable({ segments }: { segments: readonly Segment[] }) {
  const [, navigate] = useLocation();
  const [removed, setRemoved] = useState<Segment>();
  const duplicate = useAction("segments.save", {
    onDone: ({ id }) => {
      navigate(`/segments/${id}`);
    },
  });
  return (
    <Card
      title="Segments"
      description="Whom you talk to. People come and go by themselves as they change."
      isFlush
      actions={
        <ButtonLink href="/segments/new" icon={<Plus />} size="sm">
          New segment
        </ButtonLink>
      }
    >
      {segments.length === 0 ? (
        <EmptyState icon={<Shapes />} title="No segments yet">
          A segment is a rule over your contacts, such as “stage is Lead and clicked in the last 30
          days”.
        </EmptyState>
      ) : (
        <Table
          label="Segments"
          rows={segments}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: "Segment",
              width: "26%",
              render: ({ id, name }) => <TextLink href={`/segments/${id}`}>{name}</TextLink>,
            },
            { key: "rule", header: "Who", render: ({ sentence }) => asSentence(sentence) },
            {
              key: "contacts",
              header: "Contacts",
              align: "right",
              width: "7rem",
              render: ({ contacts }) => contacts.toLocaleString("en-GB"),
            },
            {
              key: "more",
              header: "Actions",
              isHeaderHidden: true,
              align: "right",
              width: "4rem",
              render: (segment) => (
                <Menu
                  label={`Actions for ${segment.name}`}
                  placement="bottom end"
                  trigger={
                    <IconButton
                      label={`Actions for ${segment.name}`}
                      icon={<Ellipsis />}
                      size="sm"
                      isBare
                    />
                  }
                  items={[
                    {
                      id: "edit",
                      label: "Edit",
                      icon: <Pencil />,
                      href: `/segments/${segment.id}`,
                    },
                    {
                      id: "duplicate",
                      label: "Duplicate",
                      icon: <Copy />,
                      onAction: () => {
                        const names = segments.map(({ name }) => name);
                        duplicate.mutate({
                          id: null,
                          name: copyName(segment.name, names),
                          rule: segment.rule,
                        });
                      },
                    },
                    {
                      id: "remove",
                      label: "Remove…",
                      icon: <Trash2 />,
                      isDanger: true,
                      isSectionStart: true,
                      onAction: () => {
                        setRemoved(segment);
                      },
                    },
                  ]}
                />
              ),
            },
          ]}
        />
      )}
      {removed && (
        <RemoveSegmentDialog
          segment={removed}
          onClose={() => {
            setRemoved(undefined);
          }}
        />
      )}
    </Card>
  );
}
