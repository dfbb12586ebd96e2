import { useQuery } from "@tanstack/react-query";
import { clientFor } from "../../client/client.ts";
import { useCall } from "../../client/use-call.ts";
import { useWorld } from "../../client/world.ts";
import { Card } from "../../ui/card.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Progress } from "../../ui/progress.tsx";
import { ImportFrame } from "./import-frame.tsx";
import type { ImportStatus } from "./import-words.ts";
import { PlanEditor } from "./plan-editor.tsx";

interface PlanPageProps {
  status: ImportStatus;
  step: string | undefined;
}

/** A file that waits to be imported, once it is known what is in it. */
export function PlanPage({ status, step }: PlanPageProps) {
  const world = useWorld();
  const fields = useCall("settings.listFields", {});
  const inspection = useQuery({
    // Under no topic: what is in the file stays the same, however far its import is.
    queryKey: [world, "import file", status.id],
    queryFn: () => clientFor(world).imports.inspect({ id: status.id }),
    gcTime: 0,
  });
  const error = inspection.error ?? fields.error;
  if (inspection.data && fields.data)
    return (
      <PlanEditor status={status} inspection={inspection.data} fields={fields.data} step={step} />
    );
  return (
    <ImportFrame status={status}>
      {error ? (
        <ErrorState
          error={error}
          onRetry={() => {
            void inspection.refetch();
            void fields.refetch();
          }}
        />
      ) : (
        <Card>
          <Progress label="Finding out what is in the file" valueLabel="" />
        </Card>
      )}
    </ImportFrame>
  );
}
