import { RefusalError } from "../../../shared/refusal-error.ts";
import { lowerDistricts } from "../../definition/districts.ts";
import { requireAccepted } from "../acceptance.ts";
import { isOffered, mayUseCommand } from "../command-listing.ts";
import type { PersonContext } from "../context.ts";
import type { Command } from "../feature.ts";
import { isForDistricts } from "../on-behalf.ts";
import { onBehalfPhrases } from "../on-behalf-phrases.ts";
import { withChoice } from "./offer-choice.ts";
import { dispatchPhrases } from "./phrases.ts";

/**
 * @throws {RefusalError} if the campaign lacks the part, the person lacks the capability, or the chat is the wrong kind
 */
export async function requireAllowed(context: PersonContext, command: Command): Promise<void> {
  const { campaign, person, place } = context;
  const { onlyIn, words: [word = ""] = [] } = command;
  const {
    roles,
    words: { district },
  } = campaign.definition.campaign;
  if (!isOffered(campaign.definition, command))
    throw new RefusalError("dispatch.not-part-of", dispatchPhrases.notPartOf(word));
  if (!mayUseCommand(campaign.definition, person, command)) {
    if (isForDistricts(campaign.definition, person, command)) {
      const names = lowerDistricts(campaign.definition).map(({ name }) => name);
      const sentence = onBehalfPhrases.sayFor(word, names.slice(0, 2), district.noun);
      throw new RefusalError("dispatch.say-for-which", sentence, { choices: names });
    }
    const own = person.roles.map(({ role }) => roles.find(({ id }) => id === role)?.name ?? role);
    throw new RefusalError("dispatch.may-not", dispatchPhrases.mayNot(word, [...new Set(own)].join("、")));
  }
  await requireAccepted(context, command);
  if (onlyIn === undefined || onlyIn === place) return;
  const sentence = onlyIn === "direct" ? dispatchPhrases.directOnly(word) : dispatchPhrases.groupOnly(word);
  throw new RefusalError("dispatch.other-chat", sentence);
}

/** The districts for which it may be done instead are offered. @throws {RefusalError} as {@link requireAllowed} */
export async function requireAllowedToSay(
  context: PersonContext,
  { command, verbatim, words = "" }: { command: Command; verbatim: string; words?: string | undefined },
): Promise<void> {
  try {
    await requireAllowed(context, command);
  } catch (error) {
    throw await withChoice(context, error, { words: onBehalfPhrases.word(), verbatim: `${words} ${verbatim}`.trim() });
  }
}
