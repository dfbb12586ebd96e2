import { AtSign } from "lucide-react";
import { useState } from "react";
import { ComboBox } from "../combo-box.tsx";
import { NumberField } from "../number-field.tsx";
import { SearchField } from "../search-field.tsx";
import { Select } from "../select.tsx";
import { TextArea } from "../text-area.tsx";
import { TextField } from "../text-field.tsx";
import { Section } from "./specimen.tsx";

const cities = ["Lisbon", "Berlin", "Tokyo", "New York", "Nairobi", "Auckland"].map((city) => ({
  value: city,
  label: city,
}));
const sizes = [
  { value: "s", label: "Small", description: "Up to ten people" },
  { value: "m", label: "Medium", description: "Up to a hundred people" },
  { value: "l", label: "Large", description: "Not to be had today", isDisabled: true },
];

export function FieldSection() {
  const [text, setText] = useState("Ana Sousa");
  const [search, setSearch] = useState("ana");
  const [count, setCount] = useState(3);
  const [size, setSize] = useState<string | null>("m");
  const [city, setCity] = useState<string | null>("Lisbon");
  return (
    <Section id="fields" title="Fields">
      <div className="grid max-w-4xl grid-cols-3 gap-x-6 gap-y-5">
        <TextField label="Name" value={text} onChange={setText} description="As on letters." />
        <TextField label="Address" placeholder="name@example.com" icon={<AtSign />} />
        <TextField
          label="Address with a mistake"
          defaultValue="ana@"
          errorMessage="Please write what comes after the @."
        />
        <TextField label="Disabled" defaultValue="Cannot be changed" isDisabled />
        <TextField label="Key" defaultValue="d3f1-77ab" isMono isReadOnly />
        <NumberField label="Wait" value={count} onChange={setCount} minValue={0} unit="days" />
        <Select label="Size" options={sizes} value={size} onChange={setSize} />
        <Select
          label="Size, not chosen"
          options={sizes}
          value={null}
          onChange={setSize}
          placeholder="Choose a size"
          errorMessage="Please choose a size."
        />
        <ComboBox label="City" options={cities} value={city} onChange={setCity} />
        <TextArea label="Note" defaultValue="It grows with what is typed." />
        <div className="flex items-end">
          <SearchField label="Search people" value={search} onChange={setSearch} />
        </div>
      </div>
    </Section>
  );
}
