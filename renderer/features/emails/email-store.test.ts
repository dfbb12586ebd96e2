import { expect, test } from "vitest";
import { CallFailed } from "#core/contract/failure.ts";
import { emptyContent, type EmailContent } from "#core/domain/email-content.ts";
import { createEmailStore } from "./email-store.ts";

function setUp() {
  const saved: string[] = [];
  const answers: (() => Promise<void>)[] = [];
  let waiting: { run: () => void; ms: number } | undefined;
  const store = createEmailStore(emptyContent, {
    save: async (content) => {
      saved.push(content.subject);
      await answers.shift()?.();
    },
    later: (run, ms) => {
      const mine = { run, ms };
      waiting = mine;
      return () => {
        if (waiting === mine) waiting = undefined;
      };
    },
  });
  return {
    store,
    saved,
    answers,
    waitingMs: () => waiting?.ms,
    /** What happens once nobody has typed for a while. */
    pause: async () => {
      const { run } = waiting ?? { run: () => undefined };
      waiting = undefined;
      run();
      await store.flush();
    },
    type: (subject: string) => {
      store.edit((content): EmailContent => ({ ...content, subject }), "subject");
    },
    subject: () => store.getState().content.subject,
    state: () => store.getState().saveState.kind,
  };
}

test("typing is saved once it pauses", async () => {
  const { type, pause, saved, state } = setUp();
  type("H");
  type("Hi");
  expect([saved, state()]).toEqual([[], "changed"]);
  await pause();
  expect([saved, state()]).toEqual([["Hi"], "saved"]);
});

test("typing without a pause is one step back, typing after one another", async () => {
  const { store, type, pause, subject } = setUp();
  type("H");
  type("Hi");
  await pause();
  type("Hi y");
  type("Hi you");
  store.undo();
  expect(subject()).toBe("Hi");
  store.undo();
  expect(subject()).toBe("");
  store.redo();
  store.redo();
  expect(subject()).toBe("Hi you");
});

test("undoing is saved too, and a change after it forgets what was undone", async () => {
  const { store, type, pause, subject, saved } = setUp();
  type("A");
  await pause();
  store.undo();
  await pause();
  expect(saved).toEqual(["A", ""]);
  type("B");
  store.redo();
  expect(subject()).toBe("B");
});

test("what is typed while saving is saved after it", async () => {
  const { store, type, answers, saved, state } = setUp();
  answers.push(() => {
    type("second");
    return Promise.resolve();
  });
  type("first");
  await store.flush();
  expect([saved, state()]).toEqual([["first", "second"], "saved"]);
});

test("a failed saving is said, keeps what was typed, and is tried again by itself", async () => {
  const { store, type, answers, pause, waitingMs, state, subject } = setUp();
  answers.push(() => Promise.reject(new CallFailed({ code: "unreachable", message: "Away." })));
  type("kept");
  await store.flush();
  expect(store.getState().saveState).toEqual({ kind: "failed", message: "Away." });
  expect([subject(), waitingMs()]).toEqual(["kept", 5000]);
  await pause();
  expect(state()).toBe("saved");
});

test("a refusal is not tried again until something changes or somebody asks", async () => {
  const { store, type, answers, waitingMs, state } = setUp();
  answers.push(() => Promise.reject(new CallFailed({ code: "not-found", message: "Gone." })));
  type("x");
  await store.flush();
  expect([state(), waitingMs()]).toEqual(["failed", undefined]);
  await store.flush();
  expect(state()).toBe("saved");
});

test("leaving while it saves waits for the end", async () => {
  const { store, type, answers, state } = setUp();
  let answer: () => void = () => undefined;
  answers.push(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  type("x");
  const first = store.flush();
  const second = store.flush();
  answer();
  await Promise.all([first, second]);
  expect(state()).toBe("saved");
});
