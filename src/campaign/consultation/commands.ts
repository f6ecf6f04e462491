import { textView, type View } from "../../platform/chat/view.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { applicationById } from "../application/store.ts";
import { besideIn } from "../authority/form.ts";
import { mayUse } from "../definition/capabilities.ts";
import type { Definition } from "../definition/definition.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command, CommandOutcome } from "../engine/feature.ts";
import {
  CONSULTATION_CARD,
  DECIDE_REPLY,
  DISMISS,
  LETTERS,
  ONE,
  OPEN_REPLIES,
  RECORD,
  SAVE_REPLY,
  SEE_CONSULTATION,
  UPHOLD,
} from "./actions.ts";
import { asksDepartments, type Consultation, type Department } from "./consultation.ts";
import { decideReply, pendingReplies, type ReplyDecision, type ReplyKey } from "./decide.ts";
import { keyIn, openView } from "./decide-view.ts";
import { concernsOf, departmentAt, isClause } from "./departments.ts";
import { repliesInForm, repliesTyped } from "./given.ts";
import { makeLetters } from "./letters.ts";
import { wordsOf } from "./lines.ts";
import { consultationPhrases as phrases, consultationRefusals as refusals } from "./phrases.ts";
import { consultationsOf } from "./read-state.ts";
import { recordReplies, type ToRecord } from "./record.ts";
import { consultationView } from "./views.ts";

const part = { step: "verification", onlyIn: "direct", offeredWhen: asksDepartments } as const;
const recording = { ...part, capability: "consultation.record", effect: "write", until: "publication" } as const;
const deciding = { ...part, capability: "consultation.decide", effect: "write", until: "publication" } as const;

/** Who inspects the campaign: every look is kept. */
const inspects = ({ campaign, person }: PersonContext): boolean =>
  person.roles.some(({ role }) => mayUse(campaign.definition, role, "journal.see"));

const see: Command = {
  ...part,
  id: SEE_CONSULTATION,
  words: phrases.words,
  capability: "consultation.see",
  effect: "read",
  help: {
    example: phrases.word(),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "verification",
  },
  async handle(context) {
    if (inspects(context)) {
      await context.withJournal({ action: "consultation.seen", whenClosed: true }, async () => undefined);
      return { reply: await consultationView(context, context.person) };
    }
    if (!context.cards.interactive) return { reply: await consultationView(context, context.person) };
    await context.cards.show(context.person.staffId, { kind: CONSULTATION_CARD, subject: ONE });
    return {};
  },
};

/** 导出 征求意见函; with a department only its own. */
const letters: Command = {
  ...recording,
  id: LETTERS,
  words: phrases.lettersWords,
  help: {
    example: phrases.lettersWord(),
    purpose: (definition) => phrases.lettersPurpose(nounsOf(definition)),
    step: "verification",
  },
  async handle(context, { verbatim }) {
    const { definition } = context.campaign;
    const named = verbatim.trim() === "" ? undefined : departmentNamed(definition, verbatim).department;
    const { departments, cases } = await makeLetters(context, named);
    const said = phrases.lettersMade(departments, nounsOf(definition).cases(cases));
    const see = { id: SEE_CONSULTATION, label: phrases.word(), typed: phrases.word(), look: "default" as const };
    return { reply: textView(phrases.title(), said, { tone: "done", actions: [see] }), toast: said, changed: true };
  },
};

/** @throws {RefusalError} for a department that is not asked */
function departmentNamed(definition: Definition, words: string): { department: Department; rest: string } {
  const found = departmentAt(definition, words);
  if (found) return found;
  const names = definition.campaign.departments.map(({ name }) => name);
  const said = words.trim().split(/[\s,，:：、]/u)[0] ?? "";
  throw new RefusalError("consultation.unknown-department", refusals.unknownDepartment(names), {
    choices: names,
    said,
  });
}

async function consultationNamed(context: PersonContext, department: string): Promise<Consultation> {
  const found = (await consultationsOf(context)).find((one) => one.department.id === department);
  if (!found?.letter) throw new RefusalError("consultation.no-letter", refusals.noLetter());
  return found;
}

/** 登记回复 市应急管理局 翠苑三区 无异议 回复人 张科长; with the department alone its form. */
const record: Command = {
  ...recording,
  id: RECORD,
  words: phrases.recordWords,
  takesText: true,
  help: {
    example: ({ campaign }) => `${phrases.recordWord()} ${campaign.departments[0]?.name ?? ""}`.trim(),
    purpose: phrases.recordPurpose(),
    step: "verification",
  },
  async handle(context, { subject, verbatim }) {
    const { definition } = context.campaign;
    const pressed = definition.campaign.departments.find(({ id }) => id === subject);
    const { department, rest } = pressed ? { department: pressed, rest: "" } : departmentNamed(definition, verbatim);
    const consultation = await consultationNamed(context, department.id);
    if (rest !== "") return recorded(context, department, repliesTyped(context, consultation, rest));
    if (!context.cards.interactive) {
      const said = phrases.recordTyped(
        department.name,
        concernsOf(definition, department)[0]?.name ?? "",
        nounsOf(definition),
      );
      return { reply: textView(phrases.recordTitle(department.name), said, { tone: "near" }) };
    }
    await context.cards.show(context.person.staffId, { kind: RECORD, subject: department.id });
    return {};
  },
};

const save: Command = {
  ...recording,
  id: SAVE_REPLY,
  reconciles: true,
  async handle(context, { subject = "", values }) {
    const consultation = await consultationNamed(context, subject);
    return recorded(context, consultation.department, repliesInForm(context, consultation, values));
  },
};

async function recorded(
  context: PersonContext,
  { id, name }: Department,
  given: readonly ToRecord[],
): Promise<CommandOutcome> {
  const { stored, same, pending } = await recordReplies(context, id, given);
  const counts = { stored: stored.length, same: same.length, pending: pending.length };
  const said = phrases.saved(name, counts, nounsOf(context.campaign.definition));
  return { reply: textView(phrases.recordTitle(name), said, { tone: "done" }), toast: said, changed: true };
}

const open: Command = {
  ...deciding,
  id: OPEN_REPLIES,
  words: [phrases.openWord(), phrases.openTitle()],
  effect: "read",
  async handle(context) {
    if (!context.cards.interactive) return { reply: await openView(context, context.person) };
    await context.cards.show(context.person.staffId, { kind: OPEN_REPLIES, subject: ONE });
    return {};
  },
};

/** 认定属实 翠苑三区 市综合行政执法局 情况属实，经10月8日局长办公会研究同意. */
const decide = (verdict: ReplyDecision["verdict"]): Command => {
  const isUpheld = verdict === "upheld";
  return {
    ...deciding,
    id: isUpheld ? UPHOLD : DISMISS,
    words: isUpheld ? [phrases.upholdWord()] : phrases.dismissWords,
    takesText: true,
    help: {
      example: isUpheld ? phrases.upholdWord() : phrases.dismissWord(),
      purpose: phrases.decidePurpose(isUpheld),
      step: "verification",
    },
    async handle(context, { verbatim, values }) {
      const { key, rest } = await replyNamed(context, verbatim);
      return decided(context, key, { verdict, ...besideIn({ typed: cleanLine(rest), values }, context.now) });
    },
  };
};

/** The one that waits and is named by case, and by department where several wait for it; the rest is said of it. */
async function replyNamed(context: PersonContext, verbatim: string): Promise<{ key: ReplyKey; rest: string }> {
  const words = await wordsOf(context, await pendingReplies(context));
  if (words.length === 0) throw new RefusalError("consultation.nothing-waits", refusals.nothingWaits());
  const text = verbatim.trim();
  const beginning = words.filter(({ caseName }) => text.startsWith(caseName));
  // Of 稽山花园 and 稽山花园二期 the longer name is meant where it stands there.
  const length = Math.max(0, ...beginning.map(({ caseName }) => caseName.length));
  const ofCase = beginning.filter(({ caseName }) => caseName.length === length);
  const rest = text.slice(length).replace(/^[\s,，:：、]+/u, "");
  const named = departmentAt(context.campaign.definition, rest);
  const found = named ? ofCase.filter(({ reply }) => reply.department === named.department.id) : ofCase;
  const [one, other] = found;
  if (!one || other)
    throw new RefusalError(
      "consultation.which-reply",
      refusals.whichReply(words.map(({ caseName, department }) => `${caseName} ${department}`)),
    );
  return { key: one.reply, rest: named?.rest ?? rest };
}

const decideByForm: Command = {
  ...deciding,
  id: DECIDE_REPLY,
  async handle(context, { subject = "", values }) {
    const { verdict } = values;
    const key = keyIn(subject);
    if (verdict !== "upheld" && verdict !== "dismissed")
      throw new RefusalError("consultation.no-verdict", refusals.noVerdict());
    if (!key) throw new RefusalError("consultation.nothing-waits", refusals.nothingWaits());
    return decided(context, key, { verdict, ...besideIn({ typed: "", values }, context.now) });
  },
};

async function decided(
  context: PersonContext,
  key: ReplyKey,
  { opinion, ...decision }: Omit<ReplyDecision, "opinion"> & { opinion?: string },
): Promise<CommandOutcome> {
  if (opinion === undefined) throw new RefusalError("consultation.no-opinion", refusals.noOpinion());
  const words = await decideReply(context, key, { ...decision, opinion });
  const { definition } = context.campaign;
  const excluded = await isStillExcluded(
    context,
    key,
    words.reply.against.some((id) => !isClause(definition, id)),
  );
  const said = phrases.decided(words, decision.verdict, excluded);
  const view: View = textView(phrases.openTitle(), said, { tone: "done" });
  return { reply: view, toast: said, changed: true };
}

async function isStillExcluded(context: PersonContext, { caseId }: ReplyKey, mayExclude: boolean): Promise<boolean> {
  return mayExclude && (await applicationById(context.tx, caseId))?.state === "excluded";
}

export const consultationCommands: readonly Command[] = [
  see,
  letters,
  record,
  save,
  open,
  decide("upheld"),
  decide("dismissed"),
  decideByForm,
];
