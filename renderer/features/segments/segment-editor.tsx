import { Save } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { useAction } from "../../client/use-action.ts";
import { useWarnBeforeUnload } from "../../client/use-warn-before-unload.ts";
import { RuleEditor } from "../../parts/rule-editor/rule-editor.tsx";
import { useRuleChoices } from "../../parts/rule-editor/use-rule-choices.ts";
import { Badge } from "../../ui/badge.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useCommands } from "../../ui/commands.ts";
import { Page } from "../../ui/page.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { TextField } from "../../ui/text-field.tsx";
import { RulePreview } from "./rule-preview.tsx";
import { useSegmentDraft, type SegmentDraft } from "./segment-draft.ts";
import { useRuleProblems } from "../../parts/rule-editor/use-rule-problems.ts";

export const segmentCrumbs = [{ label: "Segments", href: "/segments" }];

interface SegmentEditorProps {
  id: string | null;
  saved: SegmentDraft;
}

/** Name and rule at the left, who that is at the right. */
export function SegmentEditor({ id, saved }: SegmentEditorProps) {
  const [, navigate] = useLocation();
  const { draft, isChanged, change, drop } = useSegmentDraft(id, saved);
  useWarnBeforeUnload(isChanged);
  const [isTried, setIsTried] = useState(false);
  const choices = useRuleChoices();
  const others = useMemo(
    () => ({ ...choices, segments: choices.segments.filter((segment) => segment.id !== id) }),
    [choices, id],
  );
  const problems = useRuleProblems(draft.rule) ?? [];
  const save = useAction("segments.save", {
    isErrorShown: true,
    onDone: () => {
      drop();
      showToast({ text: `Segment “${draft.name.trim()}” saved` });
      navigate("/segments");
    },
  });

  const { name, rule } = draft;
  const { mutate } = save;
  const isReady = name.trim() !== "" && problems.length === 0;
  const submit = useCallback(() => {
    setIsTried(true);
    if (isReady) mutate({ id, name, rule });
  }, [isReady, mutate, id, name, rule]);
  useCommands(
    useMemo(
      () => [
        {
          id: "save segment",
          title: "Save segment",
          group: "Segments",
          icon: <Save />,
          shortcut: "Mod+S",
          run: submit,
        },
      ],
      [submit],
    ),
  );

  const takenError =
    save.error?.code === "conflict" && save.variables?.name === name
      ? save.error.message
      : undefined;
  const nameError =
    takenError ?? (isTried && name.trim() === "" ? "Please name the segment." : undefined);
  const ruleError = isTried
    ? (problems[0] ??
      (save.error && save.error.code !== "conflict" && save.variables?.rule === rule
        ? save.error.message
        : undefined))
    : undefined;

  return (
    <Page
      title={id === null ? "New segment" : saved.name}
      crumbs={segmentCrumbs}
      badge={isChanged && id !== null && <Badge tone="warn">Not saved yet</Badge>}
      actions={
        <>
          {isChanged && id !== null ? (
            <Button onPress={drop}>Discard changes</Button>
          ) : (
            <Button
              onPress={() => {
                drop();
                navigate("/segments");
              }}
            >
              Cancel
            </Button>
          )}
          <Button variant="primary" onPress={submit} isPending={save.isPending}>
            Save segment
          </Button>
        </>
      }
    >
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <TextField
            label="Name"
            placeholder="Leads who clicked lately"
            value={name}
            onChange={(next) => {
              change({ name: next });
            }}
            autoFocus={id === null}
            errorMessage={nameError}
          />
          <Card
            title="Rule"
            description="Always live: people come and go by themselves as they change."
          >
            <RuleEditor
              rule={rule}
              onChange={(next) => {
                change({ rule: next });
              }}
              {...others}
            />
            {ruleError !== undefined && (
              <Banner tone="bad" isUrgent>
                {ruleError}
              </Banner>
            )}
          </Card>
        </div>
        <aside aria-label="Preview" className="lg:sticky lg:top-4">
          <RulePreview rule={rule} choices={choices} />
        </aside>
      </div>
    </Page>
  );
}
