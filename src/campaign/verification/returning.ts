import { z } from "zod";
import { textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { asText } from "../engine/dispatch/command-or-answer.ts";
import { type CardRenderer, type Command, type CommandOutcome, dialogue, redrawOn } from "../engine/feature.ts";
import { teamMembers } from "../evaluation-team/store.ts";
import { sheetEvents } from "../scoring/events.ts";
import { isFinalized } from "../scoring/points.ts";
import { sheetOf } from "../scoring/store.ts";
import { cityCase, ON_LEDGER } from "./city-case.ts";
import { returnPhrases as phrases } from "./city-phrases.ts";
import { RETURN } from "./city-view.ts";
import { citySheet, type SheetName, sheetNamed, subjectOf } from "./member-sheet.ts";
import { returnable, returnSheet } from "./return-sheet.ts";
import { sheetState } from "./unanswered.ts";

/** Asks for the reason of 退回修改; also the kind of its dialogue. Subject: the sheet. */
const ASKING = "verification.returning";

const onCard = z.object({ reason: z.string().optional().catch("") });

const returning: Command = {
  ...ON_LEDGER,
  id: RETURN,
  words: [phrases.word(), "退回核验"],
  capability: "verification.unlock",
  until: "publication",
  effect: "write",
  onlyIn: "direct",
  help: {
    example: (definition) => phrases.example(nounsOf(definition)),
    purpose: phrases.purpose(),
    step: "verification",
  },
  async handle(context, { subject, verbatim, values }) {
    if (subject !== undefined) {
      const { reason } = onCard.parse(values);
      return reason === undefined
        ? ask(context, sheetNamed(subject))
        : done(context, sheetNamed(subject), { text: reason });
    }
    const { name, reason } = await sheetSaid(context, verbatim);
    if (reason === "") return ask(context, name);
    const isSaid = /(?:理由|原因)\s*[:：]/u.test(verbatim);
    return done(context, name, { text: reason, asIs: isSaid ? undefined : phrases.typed });
  },
};

/** 锦绣花园 评选工作组成员1 理由：3-5事实不清: the member's name stands between the site and the reason. */
async function sheetSaid(context: PersonContext, typed: string): Promise<{ name: SheetName; reason: string }> {
  const members = [...(await teamMembers(context)).values()].toSorted((a, b) => b.name.length - a.name.length);
  const said = typed.normalize("NFKC").trim();
  const full = members.find(({ name }) => said.includes(name));
  const found = full ? { said: full.name, name: full.name } : shortened(said, members);
  const site = found ? said.slice(0, said.indexOf(found.said)) : said.replace(/[\s,，]*(?:理由|原因).*$/su, "");
  const one = await cityCase(context, { words: site.trim() });
  const final = new Map(members.flatMap(({ id, name }) => (one.finalized.includes(id) ? [[name, id] as const] : [])));
  const [only] = final.size === 1 ? [...final.keys()] : [];
  const member = found?.name ?? only ?? "";
  const memberId = final.get(member);
  if (memberId === undefined)
    throw new RefusalError(
      "verification.none-final",
      phrases.noMember(member, [...final.keys()], nounsOf(context.campaign.definition)),
    );
  const rest = found ? said.slice(said.indexOf(found.said) + found.said.length) : said.slice(site.length);
  const reason = rest.replace(/^[\s,，;；]*(?:理由|原因)?\s*[:：为是]?\s*/u, "").trim();
  return { name: { caseId: one.caseId, memberId }, reason };
}

/** 成员1 for 评选工作组成员1, where only one name ends so. */
function shortened(said: string, members: readonly { name: string }[]): { said: string; name: string } | undefined {
  for (const word of said.split(/[\s,，:：]+/u).slice(1)) {
    const [only, other] = word.length < 2 ? [] : members.filter(({ name }) => name.endsWith(word));
    if (only && !other) return { said: word, name: only.name };
  }
  return undefined;
}

async function ask(context: PersonContext, name: SheetName): Promise<CommandOutcome> {
  await returnable(context, name);
  await context.dialogue.open(ASKING, name);
  await context.cards.show(context.person.staffId, { kind: ASKING, subject: subjectOf(name) });
  return {};
}

type Given = Parameters<typeof returnSheet>[2];

async function done(context: PersonContext, name: SheetName, said: Given): Promise<CommandOutcome> {
  const returned = await returnSheet(context, name, said);
  await context.dialogue.close(ASKING);
  return { reply: phrases.done(returned.name, returned), changed: true };
}

const renderer: CardRenderer = {
  kind: ASKING,
  redrawOn: sheetEvents.map((type) => redrawOn(type)),
  async render(context, { subject }) {
    const name = sheetNamed(subject);
    const member = (await teamMembers(context)).get(name.memberId)?.name ?? name.memberId;
    const one = await context.tx.application.findUnique({ where: { id: name.caseId } });
    const title = phrases.title(one?.compoundName ?? "");
    if (!isFinalized(await sheetOf(context.tx, citySheet(name))))
      return textView(title, phrases.final(member), { tone: "done" });
    const view = textView(title, phrases.question(member, nounsOf(context.campaign.definition)), {
      tone: "near",
      status: phrases.asking(),
    });
    if (!context.cards.interactive) return view;
    const field = { name: "reason", label: phrases.reasonField(), kind: "textArea" as const, required: true };
    const form = { id: "verification-return", action: RETURN, subject, submitLabel: phrases.submit(), fields: [field] };
    return { ...view, form };
  },
};

const reasonAsked = dialogue({
  kind: ASKING,
  until: "publication",
  state: sheetState,
  awaits: async () => "text",
  async handle(context, { state, text, files, asText: isSaid = false }) {
    if (files.length > 0) return false;
    const { reply } = await done(context, state, { text, asIs: isSaid ? undefined : asText });
    if (reply) await context.reply(reply);
    return true;
  },
});

export const returningParts = { command: returning, renderer, dialogue: reasonAsked };
