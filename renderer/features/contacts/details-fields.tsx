import { parseAddress } from "#core/domain/contact.ts";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { DetailField } from "./detail-field.tsx";
import { type Contact, type ContactField, type Details, fieldName } from "./details.ts";
import { NO_STAGE, stageOptions } from "./stage-options.ts";
import { YesNoField } from "./yes-no-field.tsx";
import { ZoneField } from "./zone-field.tsx";

interface DetailsFieldsProps {
  contact: Contact;
  details: Details;
  fields: readonly ContactField[];
  stages: readonly { readonly id: string; readonly name: string }[];
  problems: Details;
  onChange: (name: string, value: string) => void;
}

/** Saved text longer than this stands in several lines. */
const ONE_LINE = 40;

export function DetailsFields(props: DetailsFieldsProps) {
  const { contact, details, fields, stages, problems, onChange } = props;
  function bind(name: string) {
    return {
      value: details[name] ?? "",
      errorMessage: problems[name],
      onChange: (value: string) => {
        onChange(name, value);
      },
    };
  }
  const read = parseAddress(details["address"] ?? "");
  const suggestion = "suggestion" in read ? read.suggestion : null;
  const zone = details["zone"] ?? "";
  return (
    <div className="flex flex-col gap-4 pb-5">
      <TextField
        {...bind("address")}
        label="E-mail address"
        type="email"
        description={suggestion === null ? undefined : `Did you mean ${suggestion}?`}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField {...bind("firstName")} label="First name" maxLength={200} />
        <TextField {...bind("lastName")} label="Last name" maxLength={200} />
      </div>
      <Select
        {...bind("stageId")}
        label="Stage"
        options={stageOptions(stages)}
        value={details["stageId"] ?? NO_STAGE}
      />
      <ZoneField
        zone={zone}
        note={zoneNote(contact, zone)}
        problem={problems["zone"]}
        onChange={onChange}
      />
      <YesNoField
        {...bind("trackingConsent")}
        label="Opens and clicks may be tracked"
        {...(contact.consentSource === null
          ? {}
          : { description: `Consent from: ${contact.consentSource}` })}
      />
      {fields.length > 0 && (
        <fieldset className="flex flex-col gap-4 border-t border-line pt-4">
          <legend className="sr-only">Your fields</legend>
          {fields.map(({ key, label, type }) => (
            <DetailField
              key={key}
              {...bind(fieldName(key))}
              label={label}
              type={type}
              isLong={String(contact.fields[key] ?? "").length > ONE_LINE}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

function zoneNote(contact: Contact, zone: string): string | undefined {
  if (zone === "") return "Mails keep to your business's time zone.";
  if (contact.isZoneGuessed && zone === contact.zone)
    return "Guessed. Choose another if it is wrong.";
  return undefined;
}
