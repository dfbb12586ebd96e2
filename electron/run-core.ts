import type { MessagePortMain } from "electron";
import { CallFailed } from "#core/contract/failure.ts";
import type { Pipe } from "#core/contract/wire.ts";
import type { SecretBox } from "#core/shared/secret-box.ts";
import type { CoreStatus, FromCore, StartCore, ToCore } from "./core-messages.ts";
import { portPipe } from "./port-pipe.ts";
import { createRemoteSecretBox, type RemoteSecretBox } from "./remote-secret-box.ts";
import { createSleepPause, type SleepPause } from "./sleep-pause.ts";
import { tellStatus } from "./tell-status.ts";

/** The opened product, as far as this process needs to know it. */
export interface OpenCore {
  serve(pipe: Pipe): void;
  onChange(listener: () => void): () => void;
  status(): CoreStatus;
  setPaused(isPaused: boolean): void;
  stop(): Promise<void>;
}

export interface CoreParts {
  /** Listens to main. What main says before is kept until then. */
  onMessage(listener: (message: ToCore, ports: readonly MessagePortMain[]) => void): void;
  tell(message: FromCore): void;
  /** Throws `CallFailed` where a person can mend it. */
  open(start: StartCore, secrets: SecretBox): Promise<OpenCore>;
  createFileBox(dataFolder: string): SecretBox;
  /** A bug: logs it and ends this process, for main to start another one. */
  fail(error: unknown): void;
  exit(): void;
}

interface Running {
  readonly core: OpenCore;
  readonly sleep: SleepPause;
  stopTelling(): void;
}

/** The core process: opens the data when told where it is, serves pages over their ports, and stops when told to. */
export function runCore(parts: CoreParts): void {
  let secrets: RemoteSecretBox | undefined;
  // Messages may come before the data is open; each then waits its turn.
  let running: Promise<Running | undefined> = Promise.resolve(undefined);

  async function start(message: StartCore): Promise<Running | undefined> {
    const { dataFolder, hasKeyStore } = message;
    const fileBox = parts.createFileBox(dataFolder);
    secrets = createRemoteSecretBox(hasKeyStore, fileBox, (question) => parts.tell(question));
    try {
      const core = await parts.open(message, secrets);
      const sleep = createSleepPause(dataFolder, core);
      sleep.wakeUp();
      parts.tell({ kind: "ready" });
      const stopTelling = tellStatus(core, (status) => parts.tell({ kind: "status", ...status }));
      return { core, sleep, stopTelling };
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      parts.tell({ kind: "refused", message: error.message });
      return undefined;
    }
  }

  async function obey(message: ToCore, ports: readonly MessagePortMain[]): Promise<void> {
    // Not waited for: opening the data may itself need a secret.
    if (message.kind === "secret") {
      secrets?.answer(message.id, message.text);
      return;
    }
    if (message.kind === "start") {
      running = start(message);
      await running;
      return;
    }
    const up = await running;
    switch (message.kind) {
      case "page":
        for (const port of ports) {
          if (up) up.core.serve(portPipe(port));
          else port.close();
        }
        break;
      case "pause":
        up?.core.setPaused(message.isPaused);
        break;
      case "suspend":
        up?.sleep.fallAsleep();
        break;
      case "resume":
        up?.sleep.wakeUp();
        break;
      case "stop":
        up?.stopTelling();
        await up?.core.stop();
        parts.exit();
        break;
    }
  }

  parts.onMessage((message, ports) => {
    obey(message, ports).catch((error: unknown) => parts.fail(error));
  });
}
