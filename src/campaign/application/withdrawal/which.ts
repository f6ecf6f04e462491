import { textView, type View } from "../../../platform/chat/view.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { awaitChoice, type Choice } from "../../engine/choice.ts";
import type { PersonContext } from "../../engine/context.ts";
import { answerTexts } from "../answer-texts.ts";
import { withdrawable } from "../extension-points.ts";
import { nameAmong } from "../find-application.ts";
import { applicationsOf } from "../store.ts";
import { ownDistricts } from "../work-district.ts";
import { withdrawalPhrases as phrases } from "./phrases.ts";

/** More are asked about by name. */
const MOST = 4;

/**
 * 撤回 alone, where it may mean a list or a report as well: asked which. Undefined where it can only mean an application.
 */
export async function whichToWithdraw(context: PersonContext): Promise<View | undefined> {
  const others = (await context.contributions(withdrawable, { person: context.person })).flat();
  if (others.length === 0) return undefined;
  const choices = [...(await ownCases(context)), ...others];
  await awaitChoice(context, choices);
  const actions = choices.map(({ name, typed }) => ({ id: "", label: name, typed, look: "default" as const }));
  return textView(phrases.whichTitle(), phrases.which(choices.map(({ name }) => name)), { actions });
}

async function ownCases(context: PersonContext): Promise<Choice[]> {
  const own = ownDistricts(context);
  const all = await applicationsOf(context.tx, context.campaign.id, { states: ["submitted", "excluded"] });
  const mine = all.filter(({ district }) => own.includes(district));
  if (mine.length > MOST) return [{ name: phrases.oneOf(mine.length), typed: phrases.ofApplication() }];
  const words = {
    noun: nounsOf(context.campaign.definition).case,
    addresses: await answerTexts(context, mine, "address"),
  };
  return mine.map((one) => {
    const name = nameAmong(mine, one, words);
    return { name: phrases.asked(name), typed: `${phrases.ofApplication()} ${name}` };
  });
}
