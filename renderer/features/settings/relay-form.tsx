import { useRef } from "react";
import { useForm } from "react-hook-form";
import { useAction } from "../../client/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { CheckLines } from "./check-lines.tsx";
import { FormTextField } from "./form-text-field.tsx";
import { RefusalBanner } from "./refusal-banner.tsx";
import { relayKeyProblem, relayUrlProblem } from "./relay-values.ts";

interface RelayValues {
  url: string;
  key: string;
}

interface RelayFormProps {
  /** Empty where there is none yet. */
  url: string;
  hasKey: boolean;
}

/** Where the relay is and how it knows us, and a test of it. */
export function RelayForm({ url, hasKey }: RelayFormProps) {
  const isNew = url === "";
  /** Whether what is tested is the relay in use, not another one. */
  const isSaved = useRef(false);
  const { control, handleSubmit, setValue } = useForm<RelayValues>({
    defaultValues: { url, key: "" },
  });
  // What goes wrong with it stands with the relay's state, which this brings up to date.
  const pull = useAction("relay.pullNow", { isErrorShown: true });
  const test = useAction("relay.test", {
    isErrorShown: true,
    onDone: (lines) => {
      if (isSaved.current && lines.every(({ isOk }) => isOk)) pull.mutate({});
    },
  });
  const save = useAction("relay.save", {
    isErrorShown: true,
    onDone: () => {
      setValue("key", "");
      showToast({ text: "Relay saved" });
      pull.mutate({});
    },
  });
  const input = (values: RelayValues) => ({ url: values.url, key: values.key.trim() || null });

  return (
    <Card
      title={isNew ? "Connect your relay" : "Address and key"}
      description={
        isNew
          ? "Whoever looks after your website can set one up in five minutes; core/relay/README.md in Dripline’s folder says how. It prints the key."
          : "Testing sends a made-up message’s links to the relay and looks whether it hears them rightly."
      }
    >
      <form
        noValidate
        aria-label="Relay"
        className="flex flex-col gap-4"
        onSubmit={(event) =>
          void handleSubmit((values) => {
            save.mutate(input(values));
          })(event)
        }
      >
        <FormTextField
          control={control}
          name="url"
          label="Address"
          placeholder="https://go.example.com"
          description="Best under the domain you send from: mail filters distrust links to other domains."
          spellCheck="false"
          isMono
          validate={relayUrlProblem}
        />
        <FormTextField
          control={control}
          name="key"
          label="Relay key"
          type="password"
          autoComplete="off"
          placeholder={hasKey ? "Saved; leave empty to keep it" : "dr1_…"}
          isMono
          validate={(key) => relayKeyProblem(key, hasKey)}
        />
        <CheckLines
          label="What the test found"
          lines={test.data}
          isPending={test.isPending}
          pendingText="Testing the relay"
        />
        <RefusalBanner error={test.error} title="The relay could not be tested" />
        <RefusalBanner error={save.error} />
        <div className="flex justify-end gap-2">
          <Button
            isDisabled={test.isPending}
            onPress={() =>
              void handleSubmit((values) => {
                isSaved.current = values.url.trim() === url && values.key.trim() === "";
                test.mutate(input(values));
              })()
            }
          >
            Test my relay
          </Button>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            Save relay
          </Button>
        </div>
      </form>
    </Card>
  );
}
