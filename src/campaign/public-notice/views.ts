import type { Action, Block, Tone, View } from "../../platform/chat/view.ts";
import { addDays, type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { dayWordsIn, momentWords } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { publishedList } from "../selection/publication/list.ts";
import { publicationPhrases } from "../selection/publication/phrases.ts";
import { chosenOf, lastingHindrance } from "../selection/publication/publication.ts";
import { groupTitle } from "../selection/publication/views.ts";
import { noticePeriod } from "../selection/rules.ts";
import { seeChosen } from "../selection/see-chosen.ts";
import type { Selection } from "../selection/selection.ts";
import { latestSelection, nameOf } from "../selection/store.ts";
import { wordsOf } from "../selection/words.ts";
import type { NoticeTerms } from "./begin.ts";
import { noticeFields, proposedTerms } from "./form.ts";
import type { NoticePhase, PublicNotice } from "./notice.ts";
import { noticePhrases as phrases } from "./phrases.ts";
import { proofsOf } from "./proof.ts";
import { phaseOf, restDays } from "./rules.ts";
import { noticeRuling, noticeWait } from "./standing.ts";
import { noticeText, textBlocks } from "./text.ts";

/** Subject: the version. */
export const CARD = "public-notice.card";
/** Opens the card; the organizers' button on the approved version, too. */
export const OPEN = "public-notice.open";
/** Submit of its form; subject: the version. */
export const BEGIN = "public-notice.begin";
export const TEXT = "public-notice.text";

const TONES: Record<NoticePhase, Tone> = { coming: "near", running: "running", over: "done", stopped: "closed" };

const paragraph = (text: string): Block => ({ kind: "text", text });

/** Opens what is to be checked before the notice begins. */
export const openAction = (): Action => ({
  ...{ id: OPEN, label: phrases.actionBegin(), typed: phrases.word(), look: "primary" },
});
const textAction = (look: Action["look"]): Action => ({
  ...{ id: TEXT, label: phrases.textWord(), typed: phrases.textWord(), look },
});

/** What is shown to whom, from when to when, before it begins. @param terms as typed; undefined: the form asks */
export async function previewView(context: Context, selection: Selection, terms?: NoticeTerms): Promise<View> {
  const { definition } = context.campaign;
  const words = wordsOf(definition);
  const chosen = await chosenOf(context, selection);
  const isForm = terms === undefined && context.cards.interactive;
  const shown = terms ?? proposedTerms(context);
  const period = noticePeriod(definition, context.rulings);
  return {
    title: phrases.title(selection.version, words),
    tone: "near",
    status: phrases.notBegun(),
    body: [
      paragraph(phrases.lead(noticeRuling(context), period, words)),
      paragraph(phrases.checked(chosen.length, words)),
      {
        kind: "facts",
        facts: [
          { label: phrases.toLabel(), value: phrases.to(await groupTitle(context)) },
          { label: phrases.contentLabel(), value: phrases.content(chosen.length, words) },
          { label: phrases.daysLabel(), value: daysWords(context, shown, terms === undefined) },
        ],
      },
      {
        kind: "table",
        columns: phrases.columns(words),
        rows: chosen.map(({ districtName, name }, at) => [String(at + 1), districtName, name]),
      },
      ...(terms === undefined ? [] : warningsOf(context, terms).map(paragraph)),
    ],
    actions: await seeChosen(context, chosen, 1),
    ...(isForm ? { form: beginForm(selection.version, shown) } : {}),
    footnote: terms === undefined ? phrases.typedHint() : phrases.confirmHint(),
  };
}

const beginForm = (version: number, terms: NoticeTerms) => ({
  ...{ id: "public-notice", action: BEGIN, subject: String(version), submitLabel: phrases.submitLabel() },
  fields: noticeFields(terms),
});

function daysWords({ campaign }: Context, { beginsOn, endsOn }: NoticeTerms, isProposed: boolean): string {
  const [from, to] = [dayWordsIn(campaign.definition, beginsOn), dayWordsIn(campaign.definition, endsOn)];
  return isProposed ? phrases.earliest(from, to) : phrases.days(from, to);
}

/** What is unusual about the terms; nothing of it is refused. */
export function warningsOf({ campaign, now }: Context, terms: NoticeTerms): string[] {
  const rest = restDays(terms, campaign.calendar);
  const { email, address } = terms.contact;
  const missing = [
    ...(email === undefined ? [phrases.emailField()] : []),
    ...(address === undefined ? [phrases.addressField()] : []),
  ];
  return [
    ...(rest.length === 0 ? [] : [phrases.restDay(rest)]),
    ...(terms.beginsOn < dayOf(now) ? [phrases.pastBegin(dayWordsIn(campaign.definition, terms.beginsOn))] : []),
    ...(missing.length === 0 ? [] : [phrases.contactMissing(missing)]),
  ];
}

/** The organizers' view of a notice that has begun. */
export async function standingView(context: Context, notice: PublicNotice): Promise<View> {
  const { campaign, now } = context;
  const { definition } = campaign;
  const words = wordsOf(definition);
  const selection = await latestSelection(context.tx, campaign.id);
  const phase = phaseOf(notice, selection, dayOf(now));
  const day = (on: CivilDate) => dayWordsIn(definition, on);
  const proofs = await proofsOf(context, notice);
  const told = await standingWords(context, notice, { phase, selection });
  return {
    title: phrases.title(notice.version, words),
    tone: TONES[phase],
    status: phrases.phases[phase],
    body: [
      paragraph(told),
      {
        kind: "facts",
        facts: [
          { label: phrases.daysLabel(), value: phrases.days(day(notice.beginsOn), day(notice.endsOn)) },
          { label: phrases.contactLabel(), value: phrases.textContact(notice.contact).join("；") },
          { label: phrases.proofLabel(), value: phrases.proof(proofs.length, notice.page) },
          {
            label: phrases.begunLabel(),
            value: phrases.begunBy(await nameOf(context.tx, notice.begunBy), momentWords(notice.begunAt)),
          },
        ],
      },
    ],
    actions: phase === "stopped" ? [] : [textAction(proofs.length === 0 ? "primary" : "default")],
  };
}

/** What is so of the notice, and what comes next, if anything. */
async function standingWords(
  context: Context,
  notice: PublicNotice,
  { phase, selection }: { phase: NoticePhase; selection: Selection | undefined },
): Promise<string> {
  const { definition } = context.campaign;
  const words = wordsOf(definition);
  const day = (on: CivilDate) => dayWordsIn(definition, on);
  if (phase === "stopped") return phrases.stopped(words);
  if (selection?.state === "published") return phrases.overPublished(words);
  const wait = await noticeWait(context, notice);
  if (wait !== undefined) return wait;
  if (phase !== "over") return phrases.running(day(notice.endsOn), day(addDays(notice.endsOn, 1)));
  const hindrance = selection ? await lastingHindrance(context, selection) : undefined;
  const noGroup = (await groupTitle(context)) === "" ? publicationPhrases.noGroup() : undefined;
  return phrases.over(hindrance ?? noGroup);
}

/** The list as the public sees it, for the campaign group. */
export async function postedView(context: Context, notice: PublicNotice): Promise<View> {
  const { campaign, now } = context;
  const phase = phaseOf(notice, await latestSelection(context.tx, campaign.id), dayOf(now));
  const { title } = publishedList(campaign.definition);
  const text = await noticeText(context, notice);
  const { signature: _, ...shown } = text;
  const [lead, days, list, ways, contact] = textBlocks({ ...shown, signature: [] });
  const isOver = phase === "stopped";
  return {
    title: phrases.posted(title),
    tone: TONES[phase],
    status: phrases.phases[phase],
    body: isOver
      ? [paragraph(phrases.stopped(wordsOf(campaign.definition)))]
      : [lead, days, list, ways, contact].flatMap((block) => block ?? []),
    actions: [],
  };
}
