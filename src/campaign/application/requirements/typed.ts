import { type Action, textView } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { districtsOf, type Member, mayMember } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import type { CommandOutcome } from "../../engine/feature.ts";
import { enteredFor, onBehalfLine } from "../../engine/on-behalf.ts";
import type { Application } from "../application.ts";
import { answerContext } from "../form.ts";
import { echoOf } from "./echo.ts";
import { draftName, type Place } from "./page.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import { readTyped, type Typed } from "./read-typed.ts";
import { saveRequirements } from "./save.ts";
import { type CaseStanding, standingsOf } from "./standing.ts";
import { requirementsView } from "./views.ts";

/** Subject: the application's id. */
export const CARD = "application.requirements";
/** The card takes typed answers without the command in front. */
export const DIALOGUE = "application.requirements";

/** Who answered last for the district without being of it, in words. */
export const enteredBy = (context: Context, { sheet }: CaseStanding): Promise<string | undefined> =>
  onBehalfLine(context, enteredFor(sheet?.answeredBy, sheet?.responsible));

export const mayFill = ({ campaign: { definition } }: Context, member: Member | undefined, district: string): boolean =>
  member !== undefined &&
  mayMember(definition, member, "application.fill") &&
  districtsOf(definition, member).includes(district);

export async function standingOf(context: Context, application: Application): Promise<CaseStanding> {
  const standing = (await standingsOf(context, [application])).get(application.id);
  if (!standing)
    throw new RefusalError("requirements.not-asked", phrases.notAsked(nounsOf(context.campaign.definition)));
  return standing;
}

/** @throws {RefusalError} if the case is another district's or withdrawn */
export function requireOwn(context: PersonContext, { district, state }: Application): void {
  if (!mayFill(context, context.person, district)) {
    throw new RefusalError("requirements.not-own", phrases.notOwn(nounsOf(context.campaign.definition)));
  }
  if (state === "withdrawn") throw new RefusalError("requirements.withdrawn", phrases.withdrawn());
}

export async function moveTo(context: PersonContext, application: Application, body: Place): Promise<void> {
  const [draft] = await context.drafts.unfinished(draftName(application));
  if (draft) await context.drafts.save(draft, { body });
  else await context.drafts.start({ ...draftName(application), startedBy: context.person.staffId, body });
}

/**
 * Records a typed message, all or nothing. Undefined: it says nothing of requirements.
 * @throws {RefusalError} if the case is another district's or withdrawn
 */
export async function saveTyped(
  context: PersonContext,
  application: Application,
  typed: string,
): Promise<CommandOutcome | undefined> {
  requireOwn(context, application);
  const { definition } = context.campaign;
  const { sheet } = await standingOf(context, application);
  const facts = { definition, answering: answerContext(context), before: sheet?.figures ?? {} };
  const read = readTyped(typed, facts);
  if (!read.given) return undefined;
  const saved = await saveRequirements(context, { application, sheet }, read.given);
  if (saved.kind === "refused") return refusal(application, read, saved.problems);
  await moveTo(context, application, { page: Number.MAX_SAFE_INTEGER, typed: {}, problems: [] });
  await context.cards.refresh({ kind: CARD, subject: application.id });
  const standing = await standingOf(context, application);
  const echo = standing.sheet ? phrases.saved(echoOf(definition, standing.sheet)) : "";
  const view = requirementsView(context, {
    ...{ application, standing, mayFill: false, enteredBy: await enteredBy(context, standing) },
    place: { page: 0, typed: {}, problems: [] },
  });
  return { reply: saved.kind === "unchanged" ? textView(view.title, phrases.unchanged()) : view, toast: echo };
}

/** Names what is wrong part by part, and offers to record the rest. */
function refusal(
  { compoundName: name }: Application,
  { readable: { line, count }, rest }: Typed,
  problems: readonly string[],
): CommandOutcome {
  const sentence = phrases.notSaved(problems) + phrases.readable(line, rest);
  const action: Action = {
    id: "",
    label: phrases.recordReadable(count),
    typed: `${phrases.word()} ${name} ${line}`,
    look: "primary",
  };
  return { reply: textView(phrases.notSavedTitle(name), sentence, { actions: count > 0 ? [action] : [] }) };
}
