import { textView } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Application } from "../../application/application.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { Command, CommandOutcome, CommandRequest } from "../../engine/feature.ts";
import { ONE, SEE_RECUSALS } from "../actions.ts";
import type { EvaluationTeam, Recusal, RecusalGround, TeamMember } from "../team.ts";
import {
  ACCEPT_RECUSAL,
  ALONGSIDE,
  DECIDE_RECUSAL,
  DECLINE_RECUSAL,
  NO_RECUSAL,
  OPEN_RECUSALS,
  RAISE,
  RAISE_FORM,
  REVERSE,
} from "./actions.ts";
import { raiseAlongside } from "./alongside.ts";
import { caseNamed, casesToName, raiserOf, requireTeam } from "./cases.ts";
import { decideRecusals, openFor, type RecusalDecision, reasonIn } from "./decide.ts";
import { decisionIn, raiseIn } from "./form.ts";
import { wordsOf } from "./lines.ts";
import { sayNoRecusal } from "./no-recusal.ts";
import { recusalPhrases as phrases, recusalRefusals as refusals, withText } from "./phrases.ts";
import { plainFacts, plainReason } from "./plain-texts.ts";
import { factsIn, raiseRecusal } from "./raise.ts";
import { groundIn, takeName } from "./read-words.ts";
import { reverseRecusal } from "./reverse.ts";
import { mayRaise } from "./rules.ts";
import { recusalsView, seesAll } from "./see.ts";
import { raisedView } from "./views.ts";

const part = { step: "verification", onlyIn: "direct" } as const;
const raising = { ...part, capability: "recusal.raise", effect: "write", until: "publication" } as const;
const deciding = { ...part, capability: "recusal.decide", effect: "write", until: "publication" } as const;

/** What is said: of which case, of which member, and what beside it. */
interface Named {
  team: EvaluationTeam;
  application: Application;
  /** Undefined: nobody was named. */
  member: TeamMember | undefined;
  rest: string;
}

/** 翠苑三区 张三 …, in either order. The subject of a button is the case, or the case and the member. */
async function namedIn(context: PersonContext, { subject, verbatim }: CommandRequest): Promise<Named> {
  const team = await requireTeam(context);
  const cases = await casesToName(context, team);
  if (subject !== undefined) {
    const [id, memberId] = subject.split("/");
    const application = cases.find((one) => one.id === id);
    if (!application)
      throw new RefusalError(
        "evaluation-team.no-case",
        refusals.whichCase(nounsOf(context.campaign.definition).case, true),
      );
    return { team, application, member: team.members.find((one) => one.id === memberId), rest: "" };
  }
  const found = takeName(
    verbatim,
    team.members.map(({ name }) => name),
  );
  const { application, rest } = await caseNamed(context, cases, found?.rest ?? verbatim);
  // 张三的爱人在物业公司 says it of the name.
  const said = found && rest.startsWith("的") ? `${found.name}${rest}` : rest;
  return { team, application, member: team.members.find(({ name }) => name === found?.name), rest: said };
}

/** 回避 翠苑三区 亲属在物业服务企业任职; about somebody else with the name behind the case. */
const raise: Command = {
  ...raising,
  id: RAISE,
  words: [phrases.word(), ...phrases.words],
  takesText: true,
  help: {
    example: (definition) => phrases.example(nounsOf(definition)),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "verification",
  },
  async handle(context, request) {
    const { team, application, member, rest } = await namedIn(context, request);
    const filled = raiseIn(request.values);
    if (!filled && rest === "" && context.cards.interactive) {
      await context.cards.show(context.person.staffId, { kind: RAISE_FORM, subject: application.id });
      return {};
    }
    const named = filled && filled.member !== "" ? memberCalled(team, filled.member) : member;
    const facts = factsIn(
      filled?.facts ?? plainFacts(context, { name: application.compoundName, member: member?.name, facts: rest }),
      application.compoundName,
    );
    return raisedBy(
      context,
      { team, application, member: named },
      { ground: filled?.ground ?? groundIn(facts), facts },
    );
  },
};

function memberCalled(team: EvaluationTeam, typed: string): TeamMember {
  const found = takeName(
    typed,
    team.members.map(({ name }) => name),
  );
  const member = team.members.find(({ name }) => name === found?.name);
  if (!member) throw new RefusalError("evaluation-team.not-in-team", refusals.notInTeam(typed));
  return member;
}

async function raisedBy(
  context: PersonContext,
  { team, application, member }: Omit<Named, "rest">,
  grounds: { ground: RecusalGround; facts: string },
): Promise<CommandOutcome> {
  const own = team.members.find(({ staffId }) => staffId === context.person.staffId);
  const meant = member ?? own;
  if (!meant) throw new RefusalError("evaluation-team.which-member", refusals.whichMember());
  if (!mayRaise(raiserOf(context), { memberId: meant.id, district: application.district }))
    throw new RefusalError("evaluation-team.may-not-name", refusals.mayNotName());
  await raiseRecusal(context, { member: meant, cases: [application] }, grounds);
  const view = await raisedView(context, context.person, { caseId: application.id, memberId: meant.id });
  const [first, ...more] = view.body;
  const told = {
    kind: "text" as const,
    text: phrases.told(phrases.ground(grounds.ground, nounsOf(context.campaign.definition)), grounds.facts),
  };
  const body = first ? [first, told, ...more] : [told];
  return { reply: { ...view, body }, toast: first?.kind === "text" ? first.text : "", changed: true };
}

const alongside: Command = {
  ...raising,
  id: ALONGSIDE,
  or: "recusal.decide",
  words: [phrases.alongsideWord()],
  async handle(context, request) {
    const { application, member, team } = await namedIn(context, request);
    const meant = member ?? team.members.find(({ staffId }) => staffId === context.person.staffId);
    if (!meant) throw new RefusalError("evaluation-team.which-member", refusals.whichMember());
    const raiser = raiserOf(context);
    const decides = seesAll(context, context.person);
    const names = await raiseAlongside(
      context,
      { caseId: application.id, member: meant },
      ({ district }) => decides || mayRaise(raiser, { memberId: meant.id, district }),
    );
    const said = phrases.raisedAlong(meant.name, names);
    return { reply: withText(phrases.raisedTitle(), said), toast: said, changed: true };
  },
};

const none: Command = {
  ...part,
  id: NO_RECUSAL,
  words: [phrases.noneWord()],
  capability: "verification.score",
  effect: "write",
  until: "publication",
  help: {
    example: phrases.noneWord(),
    purpose: (definition) => phrases.nonePurpose(nounsOf(definition)),
    step: "verification",
    notAtSites: true,
  },
  async handle(context, request) {
    const { team, application, member } = await namedIn(context, request);
    const own = team.members.find(({ staffId }) => staffId === context.person.staffId);
    // The lead says it for a member outside the organisation, who has no chat.
    const isForOutside = member !== undefined && member.staffId === undefined && own?.role === "teamLead";
    const meant = isForOutside ? member : own;
    if (!meant) throw new RefusalError("evaluation-team.not-a-member", refusals.notAMember());
    if (member && member.id !== meant.id)
      throw new RefusalError("evaluation-team.not-for-others", refusals.noneForOthers());
    await sayNoRecusal(context, { member: meant, application });
    const said = phrases.noneSaid(meant.name, application.compoundName);
    return { reply: withText(phrases.seeTitle(), said), toast: said, changed: true };
  },
};

const see: Command = {
  ...part,
  id: SEE_RECUSALS,
  words: [phrases.seeTitle()],
  capability: "verification.see",
  or: "recusal.raise",
  effect: "read",
  help: { example: phrases.seeTitle(), purpose: phrases.seePurpose, step: "verification" },
  async handle(context) {
    const view = await recusalsView(context);
    // Facts are personal: a look of who inspects the campaign is kept.
    if (
      context.campaign.definition.campaign.roles.some(
        ({ id, may }) => may["journal.see"] !== undefined && context.person.roles.some(({ role }) => role === id),
      )
    )
      await context.withJournal({ action: "recusals.seen", whenClosed: true }, async () => undefined);
    await context.reply(view);
    return {};
  },
};

const open: Command = {
  ...deciding,
  id: OPEN_RECUSALS,
  words: [phrases.openWord(), phrases.openTitle()],
  effect: "read",
  async handle(context) {
    if (!context.cards.interactive) return { reply: await recusalsView(context) };
    await context.cards.show(context.person.staffId, { kind: OPEN_RECUSALS, subject: ONE });
    return {};
  },
};

/** 同意回避 翠苑三区 张三 情况属实. */
const decide = (verdict: RecusalDecision["verdict"]): Command => {
  const word = verdict === "accepted" ? phrases.acceptWord() : phrases.declineWord();
  return {
    ...deciding,
    id: verdict === "accepted" ? ACCEPT_RECUSAL : DECLINE_RECUSAL,
    words: [word],
    takesText: true,
    help: { example: word, purpose: phrases.decidePurpose(verdict === "accepted"), step: "verification" },
    async handle(context, request) {
      const waiting = await openFor(context);
      if (waiting.length === 0) throw new RefusalError("evaluation-team.nothing-open", refusals.nothingOpen());
      const { application, member, rest } = await namedIn(context, request);
      // Not guessed at, even where only one waits: whom it is about is said with the decision.
      if (!member) throw new RefusalError("evaluation-team.which-recusal", refusals.which());
      const one = waiting.find(({ caseId, memberId }) => caseId === application.id && memberId === member.id);
      if (!one) throw new RefusalError("evaluation-team.nothing-open", refusals.nothingOpen());
      const of = { name: application.compoundName, member: member.name, reason: reasonIn(rest) };
      return decided(context, [one], { verdict, reason: plainReason(context, word, of) });
    },
  };
};

const decideByForm: Command = {
  ...deciding,
  id: DECIDE_RECUSAL,
  async handle(context, { values }) {
    const { recusals, verdict, reason } = decisionIn(values, await openFor(context));
    if (recusals.length === 0) throw new RefusalError("evaluation-team.which-recusal", refusals.which());
    if (!verdict) throw new RefusalError("evaluation-team.no-verdict", refusals.noVerdict());
    return decided(context, recusals, { verdict, reason: reasonIn(reason) });
  },
};

async function decided(
  context: PersonContext,
  recusals: readonly Recusal[],
  decision: RecusalDecision,
): Promise<CommandOutcome> {
  await decideRecusals(context, recusals, decision);
  const said = phrases.decided(
    (await wordsOf(context, recusals)).map(({ caseName, member }) => phrases.ofMember(member, caseName)),
    decision.verdict === "accepted",
  );
  const hint = decision.verdict === "accepted" ? phrases.reverseHint() : "";
  return { reply: textView(phrases.toldTitle(), said + hint, { tone: "done" }), toast: said, changed: true };
}

/** 撤销回避 翠苑三区 张三 经核实不属实. */
const reverse: Command = {
  ...deciding,
  id: REVERSE,
  words: [phrases.reverseWord()],
  takesText: true,
  help: { example: phrases.reverseWord(), purpose: phrases.reversePurpose(), step: "verification" },
  async handle(context, request) {
    const { application, member, rest } = await namedIn(context, request);
    if (!member) throw new RefusalError("evaluation-team.which-recusal", refusals.whichToReverse());
    if (rest === "") throw new RefusalError("evaluation-team.no-reason", refusals.whichToReverse());
    const of = { name: application.compoundName, member: member.name, reason: reasonIn(rest) };
    const reason = plainReason(context, phrases.reverseWord(), of);
    await reverseRecusal(context, { caseId: application.id, member }, reason);
    const said = phrases.reversed(member.name, application.compoundName);
    return { reply: textView(phrases.toldTitle(), said, { tone: "done" }), toast: said, changed: true };
  },
};

export const recusalCommands: readonly Command[] = [
  raise,
  alongside,
  none,
  see,
  open,
  decide("accepted"),
  decide("declined"),
  decideByForm,
  reverse,
];
