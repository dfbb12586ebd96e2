import { memo } from "react";
import { zoneOptions } from "../../parts/business/zone-options.ts";
import { ComboBox } from "../../ui/combo-box.tsx";

interface ZoneFieldProps {
  /** Blank where it is not known. */
  zone: string;
  note: string | undefined;
  problem: string | undefined;
  onChange: (name: "zone", zone: string) => void;
}

/** A contact's time zone, one of some 400: drawn again only when it changes itself. */
export const ZoneField = memo(function ZoneField({
  zone,
  note,
  problem,
  onChange,
}: ZoneFieldProps) {
  return (
    <ComboBox
      label="Time zone"
      options={zoneOptions}
      value={zone === "" ? null : zone}
      onChange={(next) => {
        onChange("zone", next ?? "");
      }}
      placeholder="Not known"
      emptyText="No time zone by that name. Try the nearest large city."
      description={note}
      errorMessage={problem}
    />
  );
});
