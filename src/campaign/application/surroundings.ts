import { readFormCommand } from "../../platform/conversation/form-command.ts";
import { labelNames } from "../../platform/conversation/label-names.ts";
import type { Surroundings } from "../../platform/conversation/parts-of-other.ts";
import type { Definition } from "../definition/definition.ts";
import type { PersonContext } from "../engine/context.ts";
import { matchCommand } from "../engine/dispatch/match-command.ts";
import { formOf } from "./offered.ts";

/** In characters: 物业, 社区 stand in every text. */
const SHORTEST = 3;

/** Names of the fields of the application that no sentence begins with; figures are said in sentences too. */
export function labelsOf(definition: Definition): readonly string[] {
  const form = formOf(definition);
  if (!form) return [];
  return labelNames(form).flatMap(({ name, part, question }) =>
    part === "start" || question.kind === "percent" || ([...name].length < SHORTEST && part !== undefined)
      ? []
      : [name],
  );
}

/** What is known around a free text of the person. */
export const surroundingsOf = (
  { campaign, commands }: Pick<PersonContext, "campaign" | "commands">,
  of: Omit<Surroundings, "labels" | "isCommand">,
): Surroundings => ({
  ...of,
  labels: labelsOf(campaign.definition),
  isCommand: (words) => readFormCommand(words) !== undefined || matchCommand(commands, words)?.rest === "",
});
