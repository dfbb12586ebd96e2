import type { FieldType } from "#core/domain/field.ts";
import type { RuleNames } from "#core/domain/segment-sentence.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a rule may name. */
export interface RuleChoices {
  readonly stages: readonly Named[];
  readonly tags: readonly string[];
  readonly fields: readonly {
    readonly key: string;
    readonly label: string;
    readonly type: FieldType;
  }[];
  readonly segments: readonly Named[];
  readonly campaigns: readonly Named[];
}

export const noChoices: RuleChoices = {
  stages: [],
  tags: [],
  fields: [],
  segments: [],
  campaigns: [],
};

/** For `segmentSentence`. */
export function ruleNames(choices: RuleChoices): RuleNames {
  const byId = (list: readonly Named[]) => new Map(list.map(({ id, name }) => [id, name]));
  return {
    stages: byId(choices.stages),
    fields: new Map(choices.fields.map(({ key, label }) => [key, label])),
    segments: byId(choices.segments),
    campaigns: byId(choices.campaigns),
  };
}
