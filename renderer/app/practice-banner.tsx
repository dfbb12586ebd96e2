import { FlaskConical } from "lucide-react";
import { useCall } from "../client/use-call.ts";
import { DateTime } from "../ui/date-time.tsx";
import { TextLink } from "../ui/text-link.tsx";

/** Marks every page in practice, with the practice clock. */
export function PracticeBanner() {
  const { data } = useCall("practice.status", {}, { topics: ["settings"] });
  return (
    <div
      role="region"
      aria-label="Practice mode"
      className="flex min-h-9 shrink-0 items-center gap-2 border-b border-warn-line bg-warn-soft px-8 py-1.5 text-sm text-warn-text"
    >
      <FlaskConical className="size-4 shrink-0" aria-hidden />
      <p className="min-w-0 flex-1 truncate">
        <strong className="font-semibold">Practice.</strong> Nothing leaves this computer: every
        mail ends in the practice inbox.
      </p>
      {data && (
        <TextLink href="/practice">
          <span className="text-warn-text">
            Practice clock: <DateTime at={data.now} format="short" />
          </span>
        </TextLink>
      )}
    </div>
  );
}
