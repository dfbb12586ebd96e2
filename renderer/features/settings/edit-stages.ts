import type { OutputOf } from "../../client/call-name.ts";

export type Stage = OutputOf<"settings.listStages">[number];

/** What is saved: the whole list in order. */
export function stagesToSave(
  stages: readonly Pick<Stage, "id" | "name">[],
): { id: string; name: string }[] {
  return stages.map(({ id, name }) => ({ id, name: name.trim() }));
}

/** The list with the stage `id` at the place of the stage `overId`; the same list where that changes nothing. */
export function moveStage(stages: readonly Stage[], id: string, overId: string): readonly Stage[] {
  const from = stages.findIndex((stage) => stage.id === id);
  const to = stages.findIndex((stage) => stage.id === overId);
  const moved = stages[from];
  if (!moved || to < 0 || from === to) return stages;
  return stages.toSpliced(from, 1).toSpliced(to, 0, moved);
}

/** What is wrong with a name for the stage `id` (null for a new one); undefined where it can be taken. */
export function stageNameProblem(
  name: string,
  stages: readonly Pick<Stage, "id" | "name">[],
  id: string | null,
): string | undefined {
  const folded = name.trim().toLowerCase();
  if (folded === "") return "Please name the stage.";
  const twin = stages.find((stage) => stage.id !== id && stage.name.toLowerCase() === folded);
  return twin && `There is a stage named “${twin.name}” already. Choose another name.`;
}
