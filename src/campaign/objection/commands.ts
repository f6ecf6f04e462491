import { textView } from "../../platform/chat/view.ts";
import { dayOf, isCivilDate } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { authorityIn } from "../authority/form.ts";
import { readBeside } from "../authority/read-beside.ts";
import { mayMember } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command, CommandOutcome } from "../engine/feature.ts";
import { latestSelection } from "../selection/store.ts";
import { ASSIGN, CARD, DECIDE, ONE, REGISTER, REGISTER_FORM, REPLY, REPORT, SEE } from "./actions.ts";
import { decideObjection } from "./decide.ts";
import { decisionIn, givenIn, replyIn, reportIn } from "./form.ts";
import { objectionNumbered, takeDay } from "./given.ts";
import { journalList, journalObjector } from "./look.ts";
import type { Objection } from "./objection.ts";
import { objectionPhrases as phrases, objectionRefusals as refusals } from "./phrases.ts";
import { plainContent, plainDecision, plainFindings, plainReply } from "./plain-texts.ts";
import { readDecision, readObjection, takeNumber, takeWay } from "./read-words.ts";
import { registerObjection } from "./register.ts";
import { replyToObjection } from "./reply.ts";
import { assignObjection, reportObjection } from "./report.ts";
import { objectionsOf } from "./store.ts";
import { listView, objectionView, seesObjectors, whoView } from "./views.ts";

/** A letter may come, and has to be answered, after the campaign's end. */
const part = { step: "publication", onlyIn: "direct", whenClosed: true } as const;
const handling = { ...part, capability: "objection.handle", effect: "write" } as const;

const done = (title: string, said: string): CommandOutcome => ({
  reply: textView(title, said, { tone: "done" }),
  toast: said,
  changed: true,
});
const about = ({ number }: Pick<Objection, "number">, said: string): CommandOutcome =>
  done(phrases.title(number), said);

/** 异议: the list; 异议 3: one. Whoever inspects the campaign is journaled, and does not see who said it. */
const see: Command = {
  ...part,
  id: SEE,
  words: phrases.words(),
  capability: "objection.see",
  effect: "read",
  help: { example: phrases.word(), purpose: phrases.purpose, step: "publication" },
  async handle(context, { words, subject }) {
    const asked = subject === undefined ? takeNumber(words).number : Number(subject);
    if (!seesObjectors(context, context.person)) await journalList(context);
    if (asked === undefined) return { reply: await listView(context, await objectionsOf(context), context.person) };
    const objection = await objectionNumbered(context, asked);
    if (!context.cards.interactive || !seesObjectors(context, context.person))
      return { reply: await objectionView(context, objection, context.person) };
    await context.cards.show(context.chat, { kind: CARD, subject: String(objection.number) });
    return {};
  },
};

/** 登记异议: a form, or all of it in words. */
const register: Command = {
  ...handling,
  id: REGISTER,
  words: phrases.registerWords(),
  takesText: true,
  help: {
    example: (definition) => phrases.registerExample(nounsOf(definition).case),
    purpose: phrases.registerPurpose,
    step: "publication",
  },
  async handle(context, { verbatim, values }) {
    const isFilled = Object.keys(values).length > 0;
    if (!isFilled && verbatim.trim() === "" && context.cards.interactive) {
      await context.cards.show(context.chat, { kind: REGISTER_FORM, subject: ONE });
      return {};
    }
    const given = isFilled ? givenIn(context, values) : typedIn(context, verbatim);
    const { number, about: name, caseId } = await registerObjection(context, given);
    const latest = await latestSelection(context.tx, context.campaign.id);
    const isAhead = latest !== undefined && latest.state !== "published";
    const isSelected = isAhead && latest.items.some((one) => one.selected && one.applicationId === caseId);
    await context.cards.show(context.person.staffId, { kind: CARD, subject: String(number) });
    return about({ number }, phrases.registered(number, name) + phrases.listed(isSelected));
  },
};

function typedIn(context: PersonContext, verbatim: string) {
  const read = readObjection(verbatim);
  const { on, ...typed } = { ...read, content: plainContent(context, read) };
  const day = on === "" ? dayOf(context.now) : takeDay(context, on).day;
  if (!day || !isCivilDate(day)) throw new RefusalError("objection.bad-day", refusals.badDay(on));
  return { ...typed, receivedOn: day };
}

/** 交办异议 3 物业处 10月12日 */
const assign: Command = {
  ...handling,
  id: ASSIGN,
  words: [phrases.assignWord()],
  async handle(context, { verbatim }) {
    const { number, rest } = takeNumber(verbatim);
    const { day: handleBy, rest: handler } = takeDay(context, rest);
    const objection = await assignObjection(context, number, { handler, handleBy });
    return about(objection, phrases.assigned(objection.number, objection.handler ?? ""));
  },
};

/** 异议核查 3 …; on the card with who looks into it beside. */
const report: Command = {
  ...handling,
  id: REPORT,
  words: [phrases.reportWord()],
  takesText: true,
  help: {
    example: phrases.reportExample(),
    purpose: (definition) => phrases.reportPurpose(nounsOf(definition)),
    step: "publication",
    withoutButton: true,
  },
  async handle(context, { verbatim, subject, values }) {
    const nouns = nounsOf(context.campaign.definition);
    if (subject === undefined) {
      const { number, rest } = takeNumber(verbatim);
      const text = plainFindings(context, number, rest.replace(/^情况\s*[:：]?\s*/u, ""));
      const objection = await reportObjection(context, number, text);
      return about(objection, phrases.reported(objection.number, nouns));
    }
    const number = Number(subject);
    const { handler, handleBy, findings } = reportIn(values);
    if (handler === "" && findings === "") throw new RefusalError("objection.no-findings", refusals.noFindings());
    if (handler !== "") await assignObjection(context, number, { handler, handleBy });
    if (findings === "") return about({ number }, phrases.assigned(number, handler));
    await reportObjection(context, number, findings);
    return about({ number }, phrases.reported(number, nouns));
  },
};

/** 异议决定 3 成立 撤下 理由：…, with what it rests on in the reason or the fields. */
const decide: Command = {
  ...part,
  id: DECIDE,
  words: phrases.decideWords(),
  capability: "objection.decide",
  effect: "write",
  takesText: true,
  help: {
    example: phrases.decideExample(),
    purpose: phrases.decidePurpose,
    step: "publication",
    withoutButton: true,
  },
  async handle(context, { verbatim, subject, values }) {
    const { number, rest } = subject === undefined ? takeNumber(verbatim) : { number: Number(subject), rest: "" };
    const said = subject === undefined ? readDecision(rest) : decisionIn(values);
    const { verdict, effect } = said;
    if (subject === undefined && verdict !== "upheld" && effect === "removed")
      throw new RefusalError("objection.contradicts", refusals.contradicts());
    const reason = subject === undefined ? plainDecision(context, number, said) : said.reason;
    const filled = authorityIn(values, context.now);
    if (!filled.ok) throw new RefusalError("authority.unreadable", filled.retry);
    const beside = readBeside(reason, context.now);
    const authority = filled.authority ?? (beside.ok ? beside.authority : undefined);
    const objection = await decideObjection(context, number, { verdict, effect, reason, authority });
    const { definition, closedAt } = context.campaign;
    const done = phrases.decided(objection.number, verdict ? phrases.verdicts[verdict] : "", nounsOf(definition));
    const isHeld = closedAt !== undefined && objection.effect === "removed";
    return about(objection, isHeld ? `${done}${phrases.decidedAfterEnd(nounsOf(definition))}` : done);
  },
};

/** 答复异议 3 10月13日 电话 … */
const reply: Command = {
  ...handling,
  id: REPLY,
  words: [phrases.replyWord()],
  takesText: true,
  help: {
    example: phrases.replyExample(),
    purpose: phrases.replyPurpose,
    step: "publication",
    withoutButton: true,
  },
  async handle(context, { verbatim, subject, values }) {
    if (subject !== undefined) {
      const objection = await replyToObjection(context, Number(subject), replyIn(context, values));
      return about(objection, phrases.repliedTo(objection.number));
    }
    const { number, rest } = takeNumber(verbatim);
    const { day, rest: said } = takeDay(context, rest);
    const { way, rest: typed } = takeWay(said);
    const on = day ?? dayOf(context.now);
    const text = plainReply(context, number, { on, way, text: typed });
    const objection = await replyToObjection(context, number, { on, way, text });
    return about(objection, phrases.repliedTo(objection.number));
  },
};

/** 异议人 3 …: for who inspects the campaign with a stated reason, which is kept; the others see it on the card. */
const who: Command = {
  ...part,
  id: "objection.who",
  words: [phrases.whoWord()],
  capability: "objection.see",
  effect: "read",
  async handle(context, { verbatim }) {
    const { definition } = context.campaign;
    const mayInspect = mayMember(definition, context.person, "journal.see");
    if (!mayInspect && !seesObjectors(context, context.person))
      throw new RefusalError("objection.may-not-see", refusals.mayNotSee(nounsOf(definition)));
    const { number, rest } = takeNumber(verbatim);
    const objection = await objectionNumbered(context, number);
    if (!seesObjectors(context, context.person)) await journalObjector(context, objection, rest);
    return { reply: whoView(objection) };
  },
};

export const objectionCommands: readonly Command[] = [see, register, assign, report, decide, reply, who];
