import { describe, expect, test } from "vitest";
import { CallFailed } from "#core/contract/failure.ts";
import { moveStep, removeStep, updateStep } from "#core/domain/edit-steps.ts";
import { ab, email, on, planOf } from "#core/domain/plan-examples.ts";
import { createEditorStore, type Draft, type EditorParts } from "./editor-store.ts";

const first: Draft = { plan: planOf(ab), draftRev: 1, problems: [] };

/** A core that counts revisions, and a moment that passes when the test says so. */
function begin(change: Partial<EditorParts> = {}) {
  const saved: string[][] = [];
  const conflicts: string[] = [];
  let due: (() => void) | undefined;
  const store = createEditorStore(first, {
    saveDraft: async ({ plan, draftRev }) => {
      saved.push(plan.steps.map((step) => step.id));
      return { draftRev: draftRev + 1, problems: [] };
    },
    onConflict: (message) => conflicts.push(message),
    later: (run) => {
      due = run;
      return () => {
        due = undefined;
      };
    },
    ...change,
  });
  const steps = () => store.getState().plan.steps.map((step) => step.id);
  return { store, saved, conflicts, steps, passMoment: () => due?.() };
}

function rename(name: string) {
  return (plan: Draft["plan"]) =>
    updateStep(plan, "a", (step) => (step.kind === "email" ? { ...step, name } : step));
}

describe("The editor of a campaign", () => {
  test("undoes and redoes, and forgets what was undone once something new is done", () => {
    const { store, steps } = begin();
    store.edit((plan) => removeStep(plan, "a"));
    expect(steps()).toEqual(["b"]);
    store.undo();
    expect(steps()).toEqual(["a", "b"]);
    store.redo();
    expect(steps()).toEqual(["b"]);
    store.undo();
    store.edit((plan) => removeStep(plan, "b"));
    store.redo();
    expect(steps()).toEqual(["a"]);
  });

  test("typing a name is undone in one piece", () => {
    const { store } = begin();
    store.edit(rename("H"), "name a");
    store.edit(rename("He"), "name a");
    store.edit(rename("Hey"), "name a");
    store.undo();
    expect(store.getState().plan.steps[0]).toMatchObject({ name: "a" });
  });

  test("says why an edit was refused and changes nothing", () => {
    const { store, steps } = begin();
    store.replace({ ...first, plan: planOf([email("a"), email("b", on({}))]) });
    const refused = store.edit((plan) => moveStep(plan, "b", { laneId: null, index: 0 }));
    expect(refused).toContain("depends on");
    expect(steps()).toEqual(["a", "b"]);
    expect(store.getState().saveState.kind).toBe("saved");
  });

  test("saves once for several changes in a moment", async () => {
    const { store, saved, passMoment } = begin();
    store.edit((plan) => removeStep(plan, "a"));
    store.undo();
    store.edit((plan) => removeStep(plan, "b"));
    expect(store.getState().saveState.kind).toBe("changed");
    passMoment();
    await store.flush();
    expect(saved).toEqual([["a"]]);
    expect(store.getState()).toMatchObject({ draftRev: 2, saveState: { kind: "saved" } });
  });

  test("saves what was changed while it was saving, with the newest revision", async () => {
    const revisions: number[] = [];
    const { store } = begin({
      saveDraft: async ({ draftRev }) => {
        revisions.push(draftRev);
        if (revisions.length === 1) store.edit((plan) => removeStep(plan, "b"));
        return { draftRev: draftRev + 1, problems: [] };
      },
    });
    store.edit((plan) => removeStep(plan, "a"));
    await store.flush();
    await store.flush();
    expect(revisions).toEqual([1, 2]);
    expect(store.getState()).toMatchObject({ draftRev: 3, saveState: { kind: "saved" } });
  });

  test("tells a conflict and takes what came in between", async () => {
    const { store, conflicts, steps } = begin({
      saveDraft: () => Promise.reject(new CallFailed({ code: "conflict", message: "Changed." })),
    });
    store.edit((plan) => removeStep(plan, "a"));
    await store.flush();
    expect(conflicts).toEqual(["Changed."]);
    expect(store.getState().saveState).toEqual({ kind: "failed", message: "Changed." });
    store.replace({ ...first, draftRev: 5 });
    expect(steps()).toEqual(["a", "b"]);
  });

  test("takes a newer draft only while nothing here waits to be saved", () => {
    const { store, steps } = begin();
    const newer = { plan: planOf([email("z")]), draftRev: 2, problems: [] };
    store.edit((plan) => removeStep(plan, "a"));
    store.take(newer);
    expect(steps()).toEqual(["b"]);
    store.replace(first);
    store.take(newer);
    expect(steps()).toEqual(["z"]);
  });
});
