import { type Action, textView } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { districtsOf, type Member, mayMember } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { requireUnpublished } from "../../engine/acceptance.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import type { CommandOutcome } from "../../engine/feature.ts";
import { enteredFor, onBehalfLine } from "../../engine/on-behalf.ts";
import type { Application } from "../application.ts";
import { answerContext } from "../form.ts";
import { echoAsItStands } from "./echo.ts";
import { draftName, type Place, placeIn } from "./page.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import type { Given } from "./read-entries.ts";
import { readTyped, type Typed } from "./read-typed.ts";
import { changedByRest, clausesAlone, leftOut, wordsLeftOut } from "./rest-changes.ts";
import { contraryClauses, saveRequirements } from "./save.ts";
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

async function placeOf(context: PersonContext, application: Application): Promise<Place> {
  const [draft] = await context.drafts.unfinished(draftName(application));
  return placeIn(draft, (await standingOf(context, application)).sheet);
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
  await requireUnpublished(context, phrases.word());
  const { definition } = context.campaign;
  const { sheet } = await standingOf(context, application);
  const facts = { definition, answering: answerContext(context), before: sheet?.figures ?? {} };
  const left = leftOut(definition, withoutName(typed, application));
  if (left) return askLeftOut(application, left, wordsLeftOut(definition, withoutName(typed, application)));
  const alone = clausesAlone(definition, withoutName(typed, application));
  if (alone) return askHowStand(application, alone);
  const read = readTyped(withoutName(typed, application), facts);
  if (!read.given) return undefined;
  const isWhole = read.given.problems.length === 0;
  const { unsaved } = await placeOf(context, application);
  const refused = Object.entries(unsaved === undefined ? {} : (readTyped(unsaved, facts).given?.clauses ?? {}));
  const said = Object.fromEntries(refused.filter(([id, standing]) => sheet?.clauses[id] !== standing));
  const changed = isWhole ? changedByRest(definition, { ...sheet?.clauses, ...said }, read.given) : [];
  if (changed.length > 0) return askChanged(application, read, { changed, said });
  const saved = await saveRequirements(context, { application, sheet }, read.given);
  if (saved.kind === "refused") {
    const contrary = await contraryClauses(context, { application, sheet }, read.given);
    const ids = new Set(contrary.map(({ id }) => id));
    const of = ids.size === 0 ? read : readTyped(withoutName(typed, application), { ...facts, contrary: ids });
    await remember(context, application, { read: of, facts });
    return refusal(application, of, [...new Set([...saved.problems, ...contrary.map(({ problem }) => problem)])]);
  }
  const isOver = read.given.rest || Object.keys(said).some((id) => read.given?.clauses[id] !== undefined);
  const waits = isOver || unsaved === undefined ? {} : { unsaved };
  await moveTo(context, application, { page: Number.MAX_SAFE_INTEGER, typed: {}, problems: [], ...waits });
  await context.cards.refresh({ kind: CARD, subject: application.id });
  const standing = await standingOf(context, application);
  const echo = standing.sheet ? phrases.saved(echoAsItStands(definition, standing.sheet, standing.rows)) : "";
  const view = requirementsView(context, {
    ...{ application, standing, mayFill: false, enteredBy: await enteredBy(context, standing) },
    place: { page: 0, typed: {}, problems: [] },
  });
  return { reply: saved.kind === "unchanged" ? textView(view.title, phrases.unchanged()) : view, toast: echo };
}

/** 要求塔山小区其余均符合, said without a blank: the name is no answer. */
const withoutName = (typed: string, { compoundName }: Application): string => {
  const said = typed.replace(/^\s*(?:填报)?要求\s*/u, "");
  return said.startsWith(compoundName) ? said.slice(compoundName.length) : typed;
};

function askHowStand({ compoundName: name }: Application, ids: readonly string[]): CommandOutcome {
  const choices = (["met", "notMet", "unclear"] as const).map((standing): Action => {
    const label = phrases.clausesAs(ids, standing);
    return { id: "", label, typed: `${phrases.word()} ${name} ${label}`, look: "default" };
  });
  return { reply: textView(phrases.notSavedTitle(name), phrases.howStand(ids), { actions: choices }) };
}

function askLeftOut(
  { compoundName: name }: Application,
  ids: readonly string[],
  words: string | undefined,
): CommandOutcome {
  const choices = (["notMet", "unclear"] as const).map(
    (standing): Action => ({
      ...{ id: "", label: phrases.leftOutAs(ids, standing), look: "default" },
      typed: `${phrases.word()} ${name} ${phrases.restMet()}，${phrases.standings[standing]} ${ids.join("、")}`,
    }),
  );
  return { reply: textView(phrases.notSavedTitle(name), phrases.leftOut(ids, words), { actions: choices }) };
}

/** What was 不符合 or 尚不清楚, or said to be in a message that was refused, becomes 符合 only where that is said. */
function askChanged(
  { compoundName: name }: Application,
  { lineWith }: Typed,
  { changed, said }: { changed: ReturnType<typeof changedByRest>; said: Given["clauses"] },
): CommandOutcome {
  const of = (from: "notMet" | "unclear") => changed.filter((one) => one.from === from).map(({ id }) => id);
  const action = (label: string, line: string): Action => ({
    ...{ id: "", label, look: "default" },
    typed: `${phrases.word()} ${name} ${phrases.restMet()}，${line}`,
  });
  const kept = lineWith({ notMet: of("notMet"), unclear: of("unclear") });
  const met = lineWith({ met: changed.map(({ id }) => id) });
  const [recorded, unsaved] = [false, true].map((isSaid) => changed.filter(({ id }) => id in said === isSaid));
  const actions = [action(phrases.keepThem(), kept), action(phrases.makeThemMet(), met)];
  return {
    reply: textView(phrases.notSavedTitle(name), phrases.restWouldChange(recorded ?? [], unsaved ?? []), { actions }),
  };
}

/** What was understood of a refused message goes along with 其余均符合 that follows. */
async function remember(
  context: PersonContext,
  application: Application,
  { read, facts }: { read: Typed; facts: Parameters<typeof readTyped>[1] },
): Promise<void> {
  const { line, count } = read.readable;
  const applicationId = application.id;
  const said = withDoubted(line, { read, facts });
  if (said !== "") {
    const place = await placeOf(context, application);
    const earlier = place.unsaved === undefined ? said : `${place.unsaved}，${said}`;
    const isOfOthers = readTyped(earlier, facts).given?.problems.length === 0;
    await moveTo(context, application, { ...place, unsaved: isOfOthers ? earlier : said });
  }
  const open = await context.dialogue.current();
  if (count > 0 && (open === undefined || open.kind === DIALOGUE))
    await context.dialogue.open(DIALOGUE, { applicationId, understood: line });
}

/** With the clauses that were said otherwise than they stand: 其余均符合 takes them in only where that is said. */
export function withDoubted(
  line: string,
  { read, facts }: { read: Typed; facts: Parameters<typeof readTyped>[1] },
): string {
  const good = readTyped(line, facts).given?.clauses ?? {};
  const doubted = Object.entries(read.given?.clauses ?? {}).filter(([id]) => good[id] === undefined);
  const words = doubted.map(([id, standing]) => `${phrases.standings[standing]} ${id}`);
  return [line, ...words].filter((one) => one !== "").join("，");
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
