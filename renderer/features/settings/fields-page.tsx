import { Pencil, Plus, TextCursorInput } from "lucide-react";
import { useMemo, useState } from "react";
import type { OutputOf } from "../../client/call-name.ts";
import { useCall } from "../../client/use-call.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useCommands } from "../../ui/commands.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Table } from "../../ui/table.tsx";
import { FieldDialog, fieldTypes } from "./field-dialog.tsx";
import { SettingsFrame } from "./settings-frame.tsx";

export type Field = OutputOf<"settings.listFields">[number];

/** What is known of a contact beside address and name. */
export function FieldsPage() {
  const fields = useCall("settings.listFields", {});
  const [edited, setEdited] = useState<{ field: Field | undefined }>();
  useCommands(
    useMemo(
      () => [
        {
          id: "new field",
          title: "New field",
          group: "Settings",
          icon: <Plus />,
          shortcut: "n",
          run: () => {
            setEdited({ field: undefined });
          },
        },
      ],
      [],
    ),
  );
  const add = (
    <Button
      size="sm"
      icon={<Plus />}
      onPress={() => {
        setEdited({ field: undefined });
      }}
    >
      New field
    </Button>
  );

  return (
    <SettingsFrame
      title="Fields"
      description="What you know of a contact beside address, name and time zone. Importing a list can add fields too."
    >
      <Loaded call={fields} height={240}>
        {(rows) => (
          <Card title="Fields of your contacts" isFlush actions={add}>
            {rows.length === 0 ? (
              <EmptyState icon={<TextCursorInput />} title="No fields yet">
                Such as a city, a birthday or the number of orders: for segments, and for mails that
                speak of it.
              </EmptyState>
            ) : (
              <Table
                label="Fields"
                rows={rows}
                rowKey={({ key }) => key}
                columns={[
                  { key: "label", header: "Field", render: ({ label }) => label },
                  {
                    key: "type",
                    header: "Holds",
                    width: "10rem",
                    render: ({ type }) => fieldTypes.find(({ value }) => value === type)?.label,
                  },
                  {
                    key: "key",
                    header: "In a mail",
                    render: ({ key }) => <code className="text-sm">{`{{ contact.${key} }}`}</code>,
                  },
                  {
                    key: "edit",
                    header: "Actions",
                    isHeaderHidden: true,
                    align: "right",
                    width: "4rem",
                    render: (field) => (
                      <IconButton
                        label={`Rename ${field.label}`}
                        icon={<Pencil />}
                        size="sm"
                        onPress={() => {
                          setEdited({ field });
                        }}
                      />
                    ),
                  },
                ]}
              />
            )}
          </Card>
        )}
      </Loaded>
      {edited && (
        <FieldDialog
          field={edited.field}
          taken={(fields.data ?? []).map(({ key }) => key)}
          onClose={() => {
            setEdited(undefined);
          }}
        />
      )}
    </SettingsFrame>
  );
}
