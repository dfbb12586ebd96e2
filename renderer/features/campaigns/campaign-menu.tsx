import { CircleStop, Copy, Download, Ellipsis, Store, Trash2, Upload } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { useAction } from "../../client/use-action.ts";
import { useWorld } from "../../client/world.ts";
import { useSaveFile } from "../../parts/save-file/use-save-file.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, type MenuEntry } from "../../ui/menu.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { useEditor } from "./editor-context.ts";
import { MakeRealDialog } from "./make-real-dialog.tsx";
import { people } from "./people-words.ts";
import { useImportFile } from "./use-import-file.ts";

/** What is done with a campaign as a whole and not every day. */
export function CampaignMenu() {
  const { campaign, store, api } = useEditor();
  const { id, name, state } = campaign;
  const [, navigate] = useLocation();
  const isPractice = useWorld() === "practice";
  const [asking, setAsking] = useState<"stop" | "remove" | "real">();
  const chooseFile = useImportFile();
  const { save } = useSaveFile();
  function close() {
    setAsking(undefined);
  }
  const duplicate = useAction("campaigns.duplicate", {
    onDone: ({ id: copyId }) => {
      navigate(`/campaigns/${copyId}`);
      showToast({ text: `This is the copy of “${name}”.` });
    },
  });
  const stop = useAction("campaigns.stop", {
    onDone: () => {
      close();
      showToast({ text: `“${name}” is stopped.` });
    },
  });
  const remove = useAction("campaigns.remove", {
    onDone: () => {
      navigate("/");
      showToast({ text: `“${name}” is deleted.` });
    },
  });

  async function makeFile() {
    await store.flush();
    const portable = await api.campaigns.export({ id });
    const content = new Blob([JSON.stringify(portable, null, 2)], { type: "application/json" });
    return { fileName: fileName(name), content };
  }

  const items: readonly MenuEntry[] = [
    ...(isPractice
      ? [{ id: "real", label: "Make it real…", icon: <Store />, onAction: () => setAsking("real") }]
      : []),
    {
      id: "duplicate",
      label: "Duplicate",
      icon: <Copy />,
      onAction: () => {
        const { goalId, segmentId } = campaign;
        void store.flush().then(() => {
          duplicate.mutate({ id, name: `${name} (copy)`, goalId, segmentId });
        });
      },
    },
    {
      id: "export",
      label: "Export as a file",
      icon: <Download />,
      onAction: () => void save(makeFile),
    },
    { id: "import", label: "Import a file…", icon: <Upload />, onAction: chooseFile },
    ...(state === "live" || state === "paused"
      ? [
          {
            id: "stop",
            label: "Stop…",
            icon: <CircleStop />,
            isDanger: true,
            isSectionStart: true,
            onAction: () => setAsking("stop"),
          },
        ]
      : []),
    ...(state === "draft"
      ? [
          {
            id: "remove",
            label: "Delete…",
            icon: <Trash2 />,
            isDanger: true,
            isSectionStart: true,
            onAction: () => setAsking("remove"),
          },
        ]
      : []),
  ];

  return (
    <>
      <Menu
        label="More about the campaign"
        placement="bottom end"
        trigger={<IconButton label="More about the campaign" icon={<Ellipsis />} isBare />}
        items={items}
      />
      <ConfirmDialog
        title={`Stop “${name}”?`}
        confirmLabel="Stop the campaign"
        isOpen={asking === "stop"}
        isDanger
        isPending={stop.isPending}
        onClose={close}
        onConfirm={() => {
          stop.mutate({ id });
        }}
      >
        <p>
          {campaign.open === 0
            ? "Nobody is inside. Nobody else comes in."
            : `It ends now for the ${people(campaign.open)} inside, and what waits to be sent to them is not sent.`}{" "}
          Its history and its report stay. Pause it instead to go on later.
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        title={`Delete “${name}”?`}
        confirmLabel="Delete the campaign"
        isOpen={asking === "remove"}
        isDanger
        isPending={remove.isPending}
        onClose={close}
        onConfirm={() => {
          remove.mutate({ id });
        }}
      >
        <p>
          Its steps and emails are gone for good. It was never live, so nobody is inside. Export it
          first if you may want it again.
        </p>
      </ConfirmDialog>
      {asking === "real" && <MakeRealDialog onClose={close} />}
    </>
  );
}

/** "Lead → first purchase" → "lead-first-purchase.dripline.json". */
function fileName(name: string): string {
  const words = name
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
  return `${words || "campaign"}.dripline.json`;
}
