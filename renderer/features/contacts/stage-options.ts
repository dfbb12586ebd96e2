import type { Option } from "../../ui/option.ts";

/** Stands for "no stage" in a list of choices. */
export const NO_STAGE = "none";

export function stageOptions(
  stages: readonly { readonly id: string; readonly name: string }[],
): readonly Option[] {
  return [
    { value: NO_STAGE, label: "No stage" },
    ...stages.map(({ id, name }) => ({ value: id, label: name })),
  ];
}
