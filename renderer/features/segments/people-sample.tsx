import type { OutputOf } from "../../client/call-name.ts";
import { TextLink } from "../../ui/text-link.tsx";

interface PeopleSampleProps {
  people: OutputOf<"segments.preview">["sample"];
  total: number;
  stages: readonly { readonly id: string; readonly name: string }[];
}

/** A few of those who match, the newest first. */
export function PeopleSample({ people, total, stages }: PeopleSampleProps) {
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-sm font-medium text-ink">
        {total > people.length ? "Some of them" : "They are"}
      </h3>
      <ul className="flex flex-col gap-2">
        {people.map(({ id, address, firstName, lastName, stageId }) => {
          const name = [firstName, lastName].filter(Boolean).join(" ");
          const stage = stages.find((each) => each.id === stageId)?.name;
          return (
            <li key={id} className="flex min-w-0 items-baseline justify-between gap-3">
              <span className="flex min-w-0 flex-col">
                <span className="truncate text-base">
                  <TextLink href={`/contacts/${id}`}>{name || (address ?? "Deleted")}</TextLink>
                </span>
                {name !== "" && <span className="truncate text-xs text-ink-soft">{address}</span>}
              </span>
              {stage !== undefined && (
                <span className="shrink-0 text-xs text-ink-soft">{stage}</span>
              )}
            </li>
          );
        })}
      </ul>
      {total > people.length && (
        <p className="text-xs text-ink-soft">
          and {(total - people.length).toLocaleString("en-GB")} more
        </p>
      )}
    </div>
  );
}
