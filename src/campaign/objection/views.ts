import { type Action, type Tone, textView, type View, type ViewForm } from "../../platform/chat/view.ts";
import { applicationsOf } from "../application/store.ts";
import { authorityPhrases } from "../authority/phrases.ts";
import { dayWordsIn, momentWords } from "../definition/wording.ts";
import { type Member, mayMember } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import { signedName } from "../directory/signed-name.ts";
import type { Context } from "../engine/context.ts";
import { noticesOf } from "../public-notice/store.ts";
import { DECIDE, REGISTER, REPLY, REPORT, SEE } from "./actions.ts";
import { decisionFields, replyFields, reportFields } from "./form.ts";
import { isDecided, type Objection, type ObjectionState, VERDICTS } from "./objection.ts";
import { objectionPhrases as phrases } from "./phrases.ts";
import { type NextStep, nextStep, whenReceived } from "./rules.ts";

const TONES: Record<ObjectionState, Tone> = {
  ...{ registered: "near", assigned: "near", reported: "near" },
  ...{ upheld: "done", declined: "done", notAccepted: "done" },
};

/** As many lines and buttons as a card has room for. */
const MOST_LINES = 12;
const MOST_OFFERS = 4;

/** Who said it is for those who handle and decide; others get the matter reworded. */
export const seesObjectors = ({ campaign: { definition } }: Context, viewer: Member): boolean =>
  mayMember(definition, viewer, "objection.handle") || mayMember(definition, viewer, "objection.decide");

const stateWords = ({ state, repliedOn }: Objection): string => {
  const words = phrases.states[state];
  if (nextStep({ state, repliedOn }) === "reply") return `${words}，${phrases.awaitsReply()}`;
  return repliedOn === undefined ? words : `${words}，${phrases.replied()}`;
};

/** All of them, the last first, without who said them. */
export async function listView(context: Context, all: readonly Objection[], viewer: Member): Promise<View> {
  const { definition } = context.campaign;
  const handles = mayMember(definition, viewer, "objection.handle");
  const names = await namesOf(context);
  const shown = all.toReversed().slice(0, MOST_LINES);
  const lines = shown.map((one) =>
    phrases.line({
      ...{ number: one.number, about: names.get(one.caseId ?? "") ?? one.about },
      ...{ source: phrases.sources[one.source], day: dayWordsIn(definition, one.receivedOn), state: stateWords(one) },
    }),
  );
  const open = shown.filter((one) => nextStep(one) !== "nothing").slice(0, MOST_OFFERS);
  const register: Action = {
    ...{ id: REGISTER, label: phrases.registerLabel(), typed: phrases.registerLabel(), look: "primary" },
  };
  return {
    title: phrases.listTitle(all.length),
    tone: open.length > 0 ? "near" : "done",
    body: [
      ...(lines.length === 0
        ? [{ kind: "text" as const, text: phrases.nothing() }]
        : [{ kind: "list" as const, items: lines }]),
      ...(all.length > MOST_LINES ? [{ kind: "text" as const, text: phrases.more(all.length - MOST_LINES) }] : []),
    ],
    actions: [
      ...(handles ? [register] : []),
      ...(seesObjectors(context, viewer) ? open.map(({ number }) => seeAction(number)) : []),
    ],
    footnote: phrases.listFootnote(nounsOf(definition)),
  };
}

const seeAction = (number: number): Action => ({
  ...{ id: SEE, label: phrases.openLabel(number), typed: `${phrases.word()} ${number}` },
  ...{ look: "default", subject: String(number) },
});

/** One objection: for those who handle and decide with everything, for others reworded. */
export async function objectionView(context: Context, objection: Objection, viewer: Member): Promise<View> {
  const isWhole = seesObjectors(context, viewer);
  const next = nextStep(objection);
  const form = isWhole && context.cards.interactive ? formFor(context, objection, { viewer, next }) : undefined;
  return {
    title: phrases.title(objection.number),
    tone: next === "nothing" ? "closed" : TONES[objection.state],
    status: stateWords(objection),
    body: [{ kind: "facts", facts: await factsOf(context, objection, isWhole) }],
    actions: [],
    ...(form ? { form, footnote: phrases.how[next === "nothing" ? "reply" : next]() } : {}),
  };
}

function formFor(
  context: Context,
  objection: Objection,
  { viewer, next }: { viewer: Member; next: NextStep },
): ViewForm | undefined {
  const { definition } = context.campaign;
  const subject = String(objection.number);
  const handles = mayMember(definition, viewer, "objection.handle");
  if (next === "report" && handles)
    return {
      ...{ id: "objection", action: REPORT, subject, submitLabel: phrases.submitReport() },
      fields: reportFields(objection),
    };
  if (next === "decide" && mayMember(definition, viewer, "objection.decide"))
    return {
      ...{ id: "objection", action: DECIDE, subject, submitLabel: phrases.submitDecision() },
      fields: decisionFields(objection),
    };
  if (next === "reply" && handles)
    return {
      ...{ id: "objection", action: REPLY, subject, submitLabel: phrases.submitReply() },
      fields: replyFields(),
    };
  return undefined;
}

type Fact = { label: string; value: string };

async function factsOf(context: Context, objection: Objection, isWhole: boolean): Promise<Fact[]> {
  const { definition } = context.campaign;
  const { source, receivedOn, caseId, about, content, matter, objector, handler, handleBy, findings } = objection;
  const name = (await namesOf(context)).get(caseId ?? "");
  const day = dayWordsIn(definition, receivedOn);
  const until = handleBy === undefined ? undefined : dayWordsIn(definition, handleBy);
  const nouns = nounsOf(definition);
  return [
    { label: phrases.aboutLabel(), value: name ?? `${about}（${phrases.notListed(nouns)}）` },
    { label: phrases.sourceLabel(), value: phrases.sources[source] },
    {
      label: phrases.receivedLabel(),
      value: phrases.received(day, whenReceived(receivedOn, await noticesOf(context))),
    },
    ...(isWhole
      ? [
          { label: phrases.contentLabel(), value: content },
          { label: phrases.objectorLabel(), value: objector ?? phrases.anonymous() },
        ]
      : []),
    ...(isWhole && matter === undefined ? [] : [{ label: phrases.matterLabel(), value: matter ?? phrases.noMatter() }]),
    ...(handler === undefined ? [] : [{ label: phrases.handlerLabel(), value: phrases.handler(handler, until) }]),
    // What was found may tell who said it.
    ...(findings === undefined || !isWhole ? [] : [{ label: phrases.findingsLabel(), value: findings }]),
    ...(isDecided(objection) ? await decisionFacts(context, objection, isWhole) : []),
  ];
}

async function decisionFacts(context: Context, objection: Objection, isWhole: boolean): Promise<Fact[]> {
  const { tx, campaign, now } = context;
  const { state, effect, reason, decidedBy, decidedAt, authority, repliedOn, replyWay, reply } = objection;
  const verdict = VERDICTS.find((one) => one === state);
  const by =
    decidedBy === undefined || decidedAt === undefined
      ? ""
      : await signedName(tx, campaign.id, { staffId: decidedBy, role: "approver", at: decidedAt });
  const rests = authority ? authorityPhrases.words(authority, now) : authorityPhrases.toBeRegistered();
  return [
    {
      label: phrases.decisionLabel(),
      value: phrases.decision(verdict ? phrases.verdicts[verdict] : "", effect && phrases.effects[effect]),
    },
    { label: phrases.reasonLabel(), value: reason ?? "" },
    { label: phrases.decidedLabel(), value: phrases.by(by, decidedAt ? momentWords(decidedAt) : "") },
    { label: authorityPhrases.label(), value: rests },
    ...(repliedOn === undefined || replyWay === undefined
      ? []
      : [
          {
            label: phrases.replyLabel(),
            value: phrases.reply(
              dayWordsIn(campaign.definition, repliedOn),
              phrases.ways[replyWay],
              isWhole ? (reply ?? "") : "",
            ),
          },
        ]),
  ];
}

const namesOf = async ({ tx, campaign }: Context): Promise<ReadonlyMap<string, string>> =>
  new Map((await applicationsOf(tx, campaign.id)).map(({ id, compoundName }) => [id, compoundName]));

/** Who said it, with the content, for who gave a reason to know. */
export const whoView = (objection: Objection): View => {
  const { number, objector, content } = objection;
  const text = phrases.who(objector ?? phrases.anonymous(), content);
  return textView(phrases.whoTitle(number), text, { footnote: phrases.looked() });
};
