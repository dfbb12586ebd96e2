import { List, Map as MapIcon } from "lucide-react";
import { useState } from "react";
import { Checkbox } from "../checkbox.tsx";
import { RadioGroup } from "../radio-group.tsx";
import { SegmentedControl } from "../segmented-control.tsx";
import { Switch } from "../switch.tsx";
import { Tabs } from "../tabs.tsx";
import { Section, Specimen } from "./specimen.tsx";

const ways = [
  { value: "skip", label: "Skip", description: "Go on with what follows." },
  { value: "wait", label: "Wait", description: "Try again until it is possible." },
  { value: "end", label: "End", isDisabled: true },
];

export function ChoiceSection() {
  const [isOn, setOn] = useState(true);
  const [way, setWay] = useState("skip");
  const [view, setView] = useState<"list" | "map">("list");
  return (
    <Section id="choices" title="Choices">
      <div className="flex flex-wrap gap-10">
        <Specimen name="Checkboxes and switches" isStacked>
          <Checkbox isSelected={isOn} onChange={setOn} description="A word more about it.">
            Selected
          </Checkbox>
          <Checkbox isIndeterminate>Some of them</Checkbox>
          <Checkbox>Not selected</Checkbox>
          <Checkbox isDisabled>Disabled</Checkbox>
          <Switch isSelected={isOn} onChange={setOn} description="Takes effect at once.">
            On
          </Switch>
          <Switch isDisabled>Disabled</Switch>
        </Specimen>
        <Specimen name="One of a few" isStacked>
          <RadioGroup label="Otherwise" options={ways} value={way} onChange={setWay} />
          <SegmentedControl
            label="View"
            value={view}
            onChange={setView}
            options={[
              { value: "list", label: "List", icon: <List /> },
              { value: "map", label: "Map", icon: <MapIcon /> },
            ]}
          />
        </Specimen>
        <Specimen name="In frames" isStacked>
          <RadioGroup
            label="Otherwise"
            isLabelHidden
            isCards
            options={ways}
            value={way}
            onChange={setWay}
          />
        </Specimen>
        <Specimen name="Tabs" isStacked>
          <Tabs
            label="Parts"
            tabs={["Text", "When", "Who", "Then"].map((title) => ({
              id: title,
              title,
              content: <p className="text-base text-ink-soft">What is set under “{title}”.</p>,
            }))}
          />
        </Specimen>
      </div>
    </Section>
  );
}
