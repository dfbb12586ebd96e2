import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components";
import { given } from "./given.ts";

export interface TabItem {
  readonly id: string;
  readonly title: ReactNode;
  readonly content: ReactNode;
}

export interface TabsProps {
  label: string;
  tabs: readonly TabItem[];
  selected?: string;
  onSelect?: (id: string) => void;
}

/** `<Tabs label="Step" tabs={[{ id, title, content }]} selected={tab} onSelect={setTab} />`. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs
      className="flex min-h-0 flex-col outline-none"
      {...given({ selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key))}
    >
      <TabList aria-label={label} className="flex gap-1 border-b border-line">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="-mb-px cursor-default rounded-t-md border-b-2 border-transparent px-2.5 py-2 text-base font-medium text-ink-soft transition-colors -outline-offset-2 data-hovered:text-ink data-selected:border-accent data-selected:text-ink"
          >
            {tab.title}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="min-h-0 pt-4">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
