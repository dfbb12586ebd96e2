import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { clientFor } from "../../client/client.ts";
import { refreshTopics } from "../../client/make-query-client.ts";
import { setWorld } from "../../client/world.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useEditor } from "./editor-context.ts";

/** Copies a practised campaign into the real world as a draft, and offers to go there. */
export function MakeRealDialog({ onClose }: { onClose: () => void }) {
  const { campaign, store, api } = useEditor();
  const [, navigate] = useLocation();
  const queryClient = useQueryClient();
  const copy = useMutation({
    meta: { isErrorShown: true },
    mutationFn: async () => {
      await store.flush();
      return clientFor("real").campaigns.import(await api.campaigns.export({ id: campaign.id }));
    },
    onSuccess: () => {
      refreshTopics(queryClient, "real", new Set(["campaigns", "goals", "segments"]));
    },
  });
  const copied = copy.data;

  return (
    <Dialog
      title={copied ? "It is in your real Dripline" : `Make “${campaign.name}” real`}
      isOpen
      onClose={onClose}
      footer={
        copied ? (
          <>
            <Button onPress={onClose}>Stay in practice</Button>
            <Button
              variant="primary"
              onPress={() => {
                setWorld("real");
                navigate(`/campaigns/${copied.id}`);
              }}
            >
              Go there
            </Button>
          </>
        ) : (
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button
              variant="primary"
              isPending={copy.isPending}
              onPress={() => {
                copy.mutate();
              }}
            >
              Copy it
            </Button>
          </>
        )
      }
    >
      {copied ? (
        <p>
          “{campaign.name}” is a draft there. Nothing is sent before you look at it and press “Go
          live” yourself.
        </p>
      ) : (
        <p>
          The steps and emails are copied as a draft, with the goal and the segment where they are
          missing. The people of practice stay here.
        </p>
      )}
      {copy.error && (
        <Banner tone="bad" isUrgent>
          {copy.error.message}
        </Banner>
      )}
    </Dialog>
  );
}
