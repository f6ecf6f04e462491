import { textView } from "../../platform/chat/view.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { besideIn } from "../authority/form.ts";
import { readVersion } from "../authority/read-version.ts";
import { mayMember } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command, CommandOutcome } from "../engine/feature.ts";
import {
  APPROVE_TEAM,
  DECIDE_TEAM,
  ONE,
  PROPOSE,
  RETURN_TEAM,
  SEE_TEAM,
  TEAM_CARD,
  TEAM_FORM,
  TEAM_NOTICE,
} from "./actions.ts";
import { decideTeam, type TeamDecision, versionMeant } from "./decide.ts";
import { teamIn, verdictIn } from "./form.ts";
import { sendNotice } from "./notice.ts";
import { nameable, namesIn } from "./people.ts";
import { teamPhrases as phrases, teamRefusals as refusals } from "./phrases.ts";
import { proposeTeam } from "./propose.ts";
import { type ReadTeam, readTeam, saysNothing } from "./read-team.ts";
import { teamView } from "./views.ts";

const part = { step: "verification", onlyIn: "direct" } as const;

/** 评选工作组: shows it; with names it proposes them. */
const see: Command = {
  ...part,
  id: SEE_TEAM,
  words: [phrases.word()],
  alsoCalled: phrases.alsoCalled,
  capability: "verification.see",
  effect: "read",
  takesText: true,
  help: {
    example: phrases.word(),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "verification",
  },
  async handle(context, { verbatim }) {
    const read = readTeam(verbatim, namesIn(await nameable(context)));
    if (!saysNothing(read)) return proposed(context, read);
    if (!context.cards.interactive) return { reply: await teamView(context, context.person) };
    await context.cards.show(context.person.staffId, { kind: TEAM_CARD, subject: ONE });
    return {};
  },
};

const openForm: Command = {
  ...part,
  id: TEAM_FORM,
  words: [phrases.formWord()],
  capability: "team.propose",
  effect: "read",
  async handle(context) {
    if (!context.cards.interactive)
      return { reply: textView(phrases.form.title(), phrases.typedExample(), { tone: "near" }) };
    await context.cards.show(context.person.staffId, { kind: TEAM_FORM, subject: ONE });
    return {};
  },
};

const propose: Command = {
  ...part,
  id: PROPOSE,
  capability: "team.propose",
  effect: "write",
  async handle(context, { values }) {
    const read = teamIn(values, namesIn(await nameable(context)));
    if (!read) throw new RefusalError("evaluation-team.no-lead", refusals.noLead());
    return proposed(context, read);
  },
};

async function proposed(context: PersonContext, read: ReadTeam): Promise<CommandOutcome> {
  const { definition } = context.campaign;
  if (!mayMember(definition, context.person, "team.propose"))
    throw new RefusalError("evaluation-team.not-yours", refusals.organizerProposes(nounsOf(definition)));
  await proposeTeam(context, read);
  return done(context, phrases.proposedToast(nounsOf(definition)));
}

async function done(context: PersonContext, said: string): Promise<CommandOutcome> {
  const view = await teamView(context, context.person);
  const { form: _, ...shown } = view;
  return { reply: { ...shown, body: [{ kind: "text", text: said }, ...view.body] }, toast: said, changed: true };
}

const approving = { ...part, capability: "team.approve", effect: "write" } as const;

/** 批准评选工作组 第2版 经10月8日局长办公会研究同意, 不批准评选工作组 请补充…. */
const decide = (verdict: TeamDecision["verdict"]): Command => {
  const isApproval = verdict === "approved";
  const word = isApproval ? phrases.approveWord() : phrases.returnWord();
  return {
    ...approving,
    id: isApproval ? APPROVE_TEAM : RETURN_TEAM,
    words: [word, ...(isApproval ? [] : phrases.returnWords)],
    takesText: true,
    help: { example: word, purpose: phrases.decidePurpose(isApproval), step: "verification" },
    async handle(context, { verbatim, values }) {
      const { version: named, rest } = readVersion(cleanLine(verbatim));
      const version = await versionMeant(context, { version: named, verdict });
      return decided(context, { verdict, version, ...besideIn({ typed: rest, values }, context.now) });
    },
  };
};

const decideByForm: Command = {
  ...approving,
  id: DECIDE_TEAM,
  async handle(context, { values }) {
    const verdict = verdictIn(values);
    if (!verdict) throw new RefusalError("evaluation-team.no-verdict", refusals.noVerdict());
    return decided(context, { verdict, ...besideIn({ typed: "", values }, context.now) });
  },
};

async function decided(context: PersonContext, decision: TeamDecision): Promise<CommandOutcome> {
  await decideTeam(context, decision);
  const nouns = nounsOf(context.campaign.definition);
  return done(context, phrases.decidedToast(decision.verdict === "approved", nouns));
}

const notice: Command = {
  ...part,
  id: TEAM_NOTICE,
  words: [phrases.noticeWord(), ...phrases.noticeWords],
  capability: "team.propose",
  effect: "read",
  async handle(context) {
    const name = await sendNotice(context);
    return { toast: phrases.noticeSent(name) };
  },
};

export const teamCommands: readonly Command[] = [
  see,
  openForm,
  propose,
  decide("approved"),
  decide("returned"),
  decideByForm,
  notice,
];
