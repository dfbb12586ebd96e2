import { Plus } from "lucide-react";
import { useState } from "react";
import { Badge } from "../badge.tsx";
import { Button } from "../button.tsx";
import { Card } from "../card.tsx";
import { FileDrop } from "../file-drop.tsx";
import { Page } from "../page.tsx";
import { showToast } from "../show-toast.ts";
import { SidePanel } from "../side-panel.tsx";
import { SplitPane } from "../split-pane.tsx";
import { Switch } from "../switch.tsx";
import { Table } from "../table.tsx";
import { TextLink } from "../text-link.tsx";
import { VirtualTable } from "../virtual-table.tsx";
import { Section } from "./specimen.tsx";

interface Person {
  id: number;
  name: string;
  city: string;
  mails: number;
}

const names = ["Ana Sousa", "Ken Mori", "Bo Lind", "Mia Weber", "Luis Ortega"];
const cities = ["Lisbon", "Tokyo", "Malmö", "Berlin", "Bogotá"];

function personAt(id: number): Person {
  return {
    id,
    name: names[id % names.length] ?? "",
    city: cities[id % cities.length] ?? "",
    mails: (id * 7) % 23,
  };
}

const columns = [
  {
    key: "name",
    header: "Name",
    render: (person: Person) => person.name,
    track: "2fr",
    isSortable: true,
  },
  { key: "city", header: "City", render: (person: Person) => person.city, track: "1fr" },
  {
    key: "mails",
    header: "Mails",
    render: (person: Person) => person.mails,
    align: "right" as const,
    track: "6rem",
  },
];

export function LayoutSection() {
  return (
    <Section id="layout" title="Tables and layout">
      <Card title="A table" isFlush>
        <Table
          label="People"
          rows={[0, 1, 2, 3].map(personAt)}
          rowKey={(person) => String(person.id)}
          columns={[
            {
              key: "name",
              header: "Name",
              render: (person) => <TextLink href="/gallery">{person.name}</TextLink>,
            },
            { key: "state", header: "State", render: () => <Badge tone="good">Subscribed</Badge> },
            ...columns.slice(1),
          ]}
        />
      </Card>
      <LongTable />
      <FileDrop
        title="Drop a file here"
        description="A list as your spreadsheet saves it."
        accept={[".csv"]}
        onFile={(file) => showToast({ text: `Got ${file.name}` })}
      />
      <div className="h-44 overflow-hidden rounded-xl border border-line">
        <SplitPane
          label="Width of the left side"
          left={<p className="p-4 text-ink-soft">Left</p>}
          right={<p className="p-4 text-ink-soft">Right: drag the line, or use the arrow keys.</p>}
        />
      </div>
    </Section>
  );
}

/** A hundred thousand rows of which every third page never arrives, to show what waiting looks like. */
function LongTable() {
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set([1]));
  return (
    <div className="h-72 overflow-hidden rounded-xl border border-line">
      <VirtualTable
        label="A hundred thousand people"
        rowCount={100_000}
        getRow={(index) => (index % 300 > 200 ? undefined : personAt(index))}
        columns={columns}
        sort={{
          key: "name",
          isDescending: false,
          onSort: (key) => showToast({ text: `Sort by ${key}`, kind: "note" }),
        }}
        onRowAction={(person) => showToast({ text: `Opened ${person.name}`, kind: "note" })}
        selection={{
          isSelected: (person) => selected.has(person.id),
          rowLabel: (person) => person.name,
          onToggle: ({ id }) => {
            setSelected((now) => (now.has(id) ? without(now, id) : new Set([...now, id])));
          },
        }}
      />
    </div>
  );
}

function without(ids: ReadonlySet<number>, id: number): ReadonlySet<number> {
  return new Set([...ids].filter((other) => other !== id));
}

/** A page with its header, filled content and a panel, at a reduced height. */
export function PageSection() {
  const [isPanelOpen, setPanelOpen] = useState(true);
  return (
    <div className="h-96 overflow-hidden rounded-xl border border-line bg-surface">
      <Page
        title="Spring list"
        crumbs={[{ label: "Lists", href: "/gallery" }]}
        badge={
          <Badge tone="good" hasDot>
            Live
          </Badge>
        }
        description="A page in a frame, with crumbs, a badge, actions and a panel."
        actions={
          <Button variant="primary" icon={<Plus />}>
            Add
          </Button>
        }
        panel={
          isPanelOpen && (
            <SidePanel
              title="Details"
              width={300}
              onClose={() => {
                setPanelOpen(false);
              }}
            >
              <p className="text-base text-ink-soft">What belongs to the row one is on.</p>
            </SidePanel>
          )
        }
      >
        <Switch isSelected={isPanelOpen} onChange={setPanelOpen}>
          Show the panel
        </Switch>
      </Page>
    </div>
  );
}
