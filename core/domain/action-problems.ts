import type { Action } from "./action.ts";
import type { CampaignFacts } from "./campaign-facts.ts";
import { builtInFields } from "./field.ts";
import type { FieldType } from "./field.ts";
import { isDay } from "./field-test.ts";
import { readTypedNumber } from "./typed-number.ts";

/** Everything wrong with a list of actions, as sentences that follow the step's label. */
export function actionProblems(actions: readonly Action[], facts: CampaignFacts): string[] {
  const problems = actions.flatMap((action) => actionProblem(action, facts) ?? []);
  const added = actions.flatMap((action) => (action.kind === "add-tag" ? [action.tag] : []));
  const both = actions.find((action) => action.kind === "remove-tag" && added.includes(action.tag));
  if (both?.kind === "remove-tag" && both.tag !== "")
    problems.push(`both adds and removes the tag “${both.tag}”: keep one of the two.`);
  return problems;
}

function actionProblem(action: Action, facts: CampaignFacts): string | undefined {
  switch (action.kind) {
    case "add-tag":
      return action.tag.trim() === "" ? "adds a tag without a name: type one." : undefined;
    case "remove-tag":
      return action.tag.trim() === "" ? "removes a tag without a name: type one." : undefined;
    case "set-field":
      return fieldProblem(action.field, facts) ?? valueProblem(action, facts.fieldTypes);
    case "clear-field":
      return fieldProblem(action.field, facts);
    case "set-stage":
      if (action.stageId === "") return "changes the stage, but to none: choose one.";
      return facts.stageIds.has(action.stageId)
        ? undefined
        : "changes the stage to one that is gone: choose another.";
    case "notify-owner":
      return action.text.trim() === "" ? "notifies you without a text: write one." : undefined;
    case "start-campaign":
      if (action.campaignId === facts.campaignId)
        return "starts the very campaign it is in: choose another, or remove the action.";
      return campaignProblem(action.campaignId, "starts", facts);
    case "stop-campaign":
      return campaignProblem(action.campaignId, "stops", facts);
    case "unsubscribe":
    case "archive":
      return undefined;
  }
}

function campaignProblem(id: string, verb: string, facts: CampaignFacts): string | undefined {
  if (id === "") return `${verb} a campaign, but none is chosen: choose one.`;
  return facts.campaignIds.has(id) ? undefined : `${verb} a campaign that is gone: choose another.`;
}

function fieldProblem(field: string, facts: CampaignFacts): string | undefined {
  if (field === "") return "changes a field, but none is chosen: choose one.";
  if (field === "address") return "changes the e-mail address, which a campaign cannot do.";
  return builtInFields.has(field) || facts.fieldTypes.has(field)
    ? undefined
    : `changes the field “${field}”, which is gone: choose another.`;
}

function valueProblem(
  { field, value }: Extract<Action, { kind: "set-field" }>,
  fieldTypes: ReadonlyMap<string, FieldType>,
): string | undefined {
  if (value === "") return `sets “${field}” to nothing: give a value, or clear the field instead.`;
  switch (fieldTypes.get(field)) {
    case "number": {
      const read = readTypedNumber(value);
      return "problem" in read ? `sets the number “${field}”: ${read.problem}` : undefined;
    }
    case "date":
      return isDay(value)
        ? undefined
        : `sets the date “${field}” to “${value}”: give a day, such as 2026-05-31.`;
    case "boolean":
      return value === "true" || value === "false"
        ? undefined
        : `sets “${field}” to “${value}”: choose yes or no.`;
    default:
      return undefined;
  }
}
