import { useCall } from "../../client/use-call.ts";
import { Gone } from "../../parts/gone/gone.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { importCrumbs } from "./import-frame.tsx";
import { ImportOver } from "./import-over.tsx";
import { JobView } from "./job-view.tsx";
import { PlanPage } from "./plan-page.tsx";
import { UploadView } from "./upload-view.tsx";

interface ImportPageProps {
  id: string;
  /** Of a file that waits to be imported; where it stands unless told. */
  step: string | undefined;
}

/** One import, in whatever state it is. */
export function ImportPage({ id, step }: ImportPageProps) {
  const call = useCall("imports.status", { id });
  const status = call.data;
  if (status === undefined)
    return (
      <Page
        title="Import"
        crumbs={importCrumbs}
        actions={
          call.error &&
          call.error.code !== "not-found" && <ButtonLink href="/import">Choose a file</ButtonLink>
        }
      >
        <Loaded
          call={call}
          height={240}
          gone={<Gone what="import" list={{ label: "All imports", href: "/import" }} />}
        >
          {() => null}
        </Loaded>
      </Page>
    );
  if (status.state === "uploading") return <UploadView key={id} status={status} />;
  if (status.state === "running" || status.job === "undo") return <JobView status={status} />;
  if (status.state === "mapping") return <PlanPage key={id} status={status} step={step} />;
  return <ImportOver status={status} />;
}
