import type { SegmentRule } from "#core/domain/segment.ts";
import { useCall } from "../../client/use-call.ts";
import { Gone } from "../../parts/gone/gone.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { SegmentEditor, segmentCrumbs } from "./segment-editor.tsx";

/** As a person begins: a name to give and one condition to fill in. */
const firstRule: SegmentRule = {
  kind: "all",
  rules: [{ kind: "stage", test: "is", stageIds: [] }],
};

/** One segment, or a new one where `id` is null. */
export function SegmentPage({ id }: { id: string | null }) {
  if (id === null) return <SegmentEditor id={null} saved={{ name: "", rule: firstRule }} />;
  return <SavedSegment id={id} />;
}

function SavedSegment({ id }: { id: string }) {
  const segment = useCall("segments.get", { id });
  if (segment.data) return <SegmentEditor key={id} id={id} saved={segment.data} />;
  return (
    <Page title="Segment" crumbs={segmentCrumbs}>
      <Loaded
        call={segment}
        height={320}
        gone={<Gone what="segment" list={{ label: "All segments", href: "/segments" }} />}
      >
        {() => null}
      </Loaded>
    </Page>
  );
}
