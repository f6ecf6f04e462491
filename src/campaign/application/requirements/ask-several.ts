import { districtsOf } from "../../directory/member.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { CommandOutcome } from "../../engine/feature.ts";
import { answerContext } from "../form.ts";
import { severalCases, severalCasesView } from "../several-cases.ts";
import { applicationsOf } from "../store.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import { readLine } from "./read-line.ts";

/**
 * Answers of several cases in one message: nothing is recorded, each part is offered with its name.
 * @param own the case that is filled in; undefined where none is open. @returns undefined for answers of one case
 */
export async function askSeveral(
  context: PersonContext,
  text: string,
  own?: string,
): Promise<CommandOutcome | undefined> {
  const { tx, campaign, person } = context;
  const districts = districtsOf(campaign.definition, person);
  const all = await applicationsOf(tx, campaign.id);
  const names = all
    .filter(({ district, state }) => districts.includes(district) && state !== "withdrawn")
    .map(({ compoundName }) => compoundName);
  const parts = severalCases(text, names, own).filter(({ rest }) => {
    const { entries } = readLine(campaign.definition, rest, answerContext(context));
    return Object.keys(entries).length > 0;
  });
  if (parts.length < 2) return undefined;
  return {
    reply: severalCasesView(parts, ({ name, rest }) => `${phrases.word()} ${name} ${rest}`),
  };
}
