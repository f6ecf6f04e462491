import type { Action, Block, View } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { reportedCases } from "../application/opinions/visible.ts";
import { dayWords } from "../definition/wording.ts";
import { type Member, mayMember } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { LETTERS, OPEN_REPLIES, RECORD, SAVE_REPLY, SEE_CONSULTATION } from "./actions.ts";
import type { Consultation } from "./consultation.ts";
import { replyFields } from "./form.ts";
import { type ReplyWords, wordsOf } from "./lines.ts";
import { consultationPhrases as phrases } from "./phrases.ts";
import { consultationsOf } from "./read-state.ts";
import { newestOf } from "./rules.ts";

const paragraph = (text: string): Block => ({ kind: "text", text });

/** Replies on a card; the others are on the cards of their cases. */
const MOST_REPLIES = 12;
/** As many as a card has room for. */
const MOST_ACTIONS = 6;

/** 征求意见: every department, and what was reported; for who may read replies. */
export async function consultationView(context: Context, viewer: Member): Promise<View> {
  const { definition } = context.campaign;
  const nouns = nounsOf(definition);
  const all = await consultationsOf(context);
  const reported = await reportedReplies(context, all);
  const pending = reported.filter(({ reply }) => reply.state === "pending").length;
  const late = await notInLetters(context, all);
  const hasLetters = all.some(({ letter }) => letter !== undefined);
  return {
    title: phrases.title(),
    tone: pending > 0 ? "near" : hasLetters && waiting(all) === 0 ? "done" : "running",
    status: statusOf(all, pending),
    body: [
      paragraph(phrases.intro(nouns)),
      { kind: "list", items: all.map((one) => departmentLine(context, one)) },
      ...(late.length > 0 ? [paragraph(phrases.notInLetter(late, nouns))] : []),
      ...(hasLetters ? repliesBlocks(context, reported) : []),
    ],
    actions: actionsFor(context, viewer, { all, pending }),
  };
}

const waiting = (all: readonly Consultation[]): number =>
  all.filter(({ letter, unanswered }) => letter && unanswered.length > 0).length;

function statusOf(all: readonly Consultation[], pending: number): string {
  if (pending > 0) return phrases.status.pending(pending);
  if (all.every(({ letter }) => letter === undefined)) return phrases.status.none;
  const count = waiting(all);
  return count > 0 ? phrases.status.waiting(count) : phrases.status.done;
}

function departmentLine({ campaign: { definition } }: Context, { department, letter, ...of }: Consultation): string {
  if (!letter) return phrases.notAsked(department.name);
  const counts = { asked: of.asked.length, unanswered: of.unanswered.length };
  return phrases.asked(department.name, dayWords(dayOf(letter.madeAt)), counts, nounsOf(definition));
}

/** Cases that were recommended after the letters were made, by name. */
async function notInLetters(context: Context, all: readonly Consultation[]): Promise<string[]> {
  const made = all.flatMap(({ letter }) => letter ?? []);
  if (made.length === 0) return [];
  const missing = (await reportedCases(context)).filter(
    ({ id, state }) => state === "submitted" && made.some(({ cases }) => !cases.includes(id)),
  );
  return missing.map(({ compoundName }) => compoundName);
}

/** What was reported and still counts, and everything that waits; in the order of the departments. */
async function reportedReplies(context: Context, all: readonly Consultation[]): Promise<ReplyWords[]> {
  const replies = all.flatMap((one) =>
    one.asked.flatMap(({ id }) => {
      const newest = newestOf(one.replies.get(id) ?? []);
      return newest && (newest.finding === "reported" || newest.state === "pending") ? [newest] : [];
    }),
  );
  return wordsOf(context, replies);
}

function repliesBlocks({ campaign: { definition } }: Context, reported: readonly ReplyWords[]): Block[] {
  if (reported.length === 0) return [paragraph(phrases.noneReported())];
  const hidden = reported.length - MOST_REPLIES;
  return [
    { kind: "heading", text: phrases.repliesHeading() },
    { kind: "list", items: reported.slice(0, MOST_REPLIES).map(lineOf) },
    ...(hidden > 0 ? [paragraph(phrases.more(hidden, nounsOf(definition)))] : []),
  ];
}

/** A reply with its decision, by case and department. */
export const lineOf = (words: ReplyWords): string =>
  phrases.of(words, phrases.by(words.department, [words.line, ...(words.decision ? [words.decision] : [])].join("；")));

function actionsFor(
  { campaign: { definition } }: Context,
  viewer: Member,
  { all, pending }: { all: readonly Consultation[]; pending: number },
): Action[] {
  const may = (capability: Parameters<typeof mayMember>[2]) => mayMember(definition, viewer, capability);
  const open = all.filter(({ letter, unanswered }) => letter && unanswered.length > 0);
  const letters = { id: LETTERS, label: phrases.lettersLabel(), typed: phrases.lettersWord() };
  const actions: Action[] = [
    ...(may("consultation.decide") && pending > 0
      ? [{ id: OPEN_REPLIES, label: phrases.openWord(), typed: phrases.openWord(), look: "primary" as const }]
      : []),
    ...(may("consultation.record")
      ? [
          { ...letters, look: all.some(({ letter }) => letter) ? ("default" as const) : ("primary" as const) },
          ...open.map(
            ({ department: { id, name } }): Action => ({
              ...{
                id: RECORD,
                label: phrases.recordLabel(name, nounsOf(definition)),
                typed: `${phrases.recordWord()} ${name}`,
              },
              ...{ look: "default", subject: id },
            }),
          ),
        ]
      : []),
  ];
  return actions.slice(0, MOST_ACTIONS);
}

/** The form for one department's replies, with what was said of it last. */
export function recordView(context: Context, consultation: Consultation): View {
  const nouns = nounsOf(context.campaign.definition);
  const { department, unanswered, letter } = consultation;
  const title = phrases.recordTitle(department.name);
  if (!letter)
    return { title, tone: "near", body: [paragraph(phrases.notAsked(department.name))], actions: [seeAction()] };
  return {
    title,
    tone: unanswered.length === 0 ? "done" : "near",
    body: [
      paragraph(departmentLine(context, consultation)),
      paragraph(
        phrases.recordIntro(
          unanswered.map(({ compoundName }) => compoundName),
          nouns,
        ),
      ),
      paragraph(phrases.recordHow(nouns)),
      ...(hasDecided(consultation) ? [paragraph(phrases.recordAgain())] : []),
    ],
    form: {
      ...{ id: "reply", action: SAVE_REPLY, subject: department.id, submitLabel: phrases.save() },
      fields: replyFields(context, consultation),
    },
    actions: [],
  };
}

const hasDecided = ({ replies }: Consultation): boolean =>
  [...replies.values()].flat().some(({ state }) => state === "upheld" || state === "dismissed");

const seeAction = (): Action => ({
  ...{ id: SEE_CONSULTATION, label: phrases.word(), typed: phrases.word(), look: "default" },
});
