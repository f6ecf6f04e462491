import { z } from "zod";
import { textView, type View, type ViewField } from "../../platform/chat/view.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { besideFields, besideIn } from "../authority/form.ts";
import { districtName } from "../definition/districts.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import {
  type CardRenderer,
  type Command,
  type CommandOutcome,
  type CommandRequest,
  redrawOn,
} from "../engine/feature.ts";
import { onDecisions } from "../ruling/on-decisions.ts";
import { awaitedLists, awaitedWords, expectable } from "./awaited-lists.ts";
import { expectedDistrictsNamed } from "./events.ts";
import { confirmExpected, declineExpected, EXPECTED_CARD, EXPECTED_SUBJECT, proposeExpected } from "./expected.ts";
import { expectedPhrases as phrases } from "./phrases.ts";
import { offersRanking } from "./rules.ts";
import { expectedDistrictsOf } from "./store.ts";
import { EXPECT } from "./view-ranking.ts";

const CONFIRM = "ranking.expect-confirm";
const DECLINE = "ranking.expect-decline";

/** A submitted form has no `districts` field if nothing is selected. */
const formValues = z.object({ districts: z.array(z.string()).default([]) });

/** 应报地区. Shows the districts expected to send a list, and proposes others to the approver. */
const propose: Command = {
  id: EXPECT,
  words: phrases.words,
  capability: "publication.publish",
  until: "publication",
  effect: "write",
  help: {
    example: (definition) => phrases.word(nounsOf(definition)),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "recommendation",
  },
  onlyIn: "direct",
  async handle(context, request) {
    const districts = namedIn(context, request);
    const nouns = nounsOf(context.campaign.definition);
    if (!districts) return { reply: await statusView(context) };
    const isProposed = await proposeExpected(context, districts);
    return {
      reply: await statusView(context),
      toast: isProposed ? phrases.proposed(nouns) : phrases.unchanged(nouns),
      changed: true,
    };
  },
};

/** Ids of the named districts, all to have all back; undefined for no change. */
function namedIn(context: PersonContext, { subject, words, values }: CommandRequest): readonly string[] | undefined {
  const districts = expectable(context);
  const all = districts.map(({ id }) => id);
  if (subject !== undefined) {
    const chosen = formValues.safeParse(values).data?.districts ?? [];
    if (chosen.length === 0)
      throw new RefusalError("ranking.none-named", phrases.noneNamed(nounsOf(context.campaign.definition)));
    return all.filter((id) => chosen.includes(id));
  }
  if (words === "") return undefined;
  if (/恢复|全部/u.test(words)) return all;
  const found = districts.filter(({ name }) => words.includes(name)).map(({ id }) => id);
  const rest = districts
    .reduce((left, { name }) => left.replaceAll(name, ""), words)
    .replaceAll(/[\s,，、;；和及]/gu, "");
  if (found.length > 0 && rest === "") return found;
  const names = districts.map(({ name }) => name);
  throw new RefusalError(
    "ranking.unknown-district",
    phrases.unknown(rest === "" ? words : rest, names, nounsOf(context.campaign.definition)),
    { choices: names, said: rest === "" ? words : rest },
  );
}

async function statusView(context: Context): Promise<View> {
  const { definition } = context.campaign;
  const nouns = nounsOf(definition);
  const { isOpen, proposed } = await expectedDistrictsOf(context.tx, context.campaign.id);
  const name = (id: string): string => districtName(definition, id);
  const examples = expectable(context)
    .slice(0, 2)
    .map((one) => one.name);
  return phrases.status(awaitedWords(context, await awaitedLists(context)), {
    proposed: isOpen ? proposed.map(name) : undefined,
    examples,
    ranks: offersRanking(definition),
    nouns,
  });
}

const approval = {
  capability: "publication.approve",
  effect: "write",
  onlyIn: "direct",
  until: "publication",
} as const;

const confirm: Command = {
  ...approval,
  id: CONFIRM,
  words: phrases.confirmWords,
  async handle(context, { verbatim, values }) {
    const beside = besideIn({ typed: cleanLine(verbatim), values }, context.now);
    if (formDecision.parse(values).verdict === "declined") return declined(context, beside);
    await confirmExpected(context, beside);
    return { reply: await statusView(context), toast: phrases.confirmed(), changed: true };
  },
};

const formDecision = z.object({ verdict: z.enum(["confirmed", "declined"]).optional().catch(undefined) });

/** @throws {RefusalError} without an opinion */
async function declined(context: PersonContext, beside: ReturnType<typeof besideIn>): Promise<CommandOutcome> {
  if (beside.opinion === undefined)
    throw new RefusalError("ranking.no-opinion", phrases.noOpinion(nounsOf(context.campaign.definition)));
  await declineExpected(context, beside);
  return { reply: await statusView(context), toast: phrases.declined(), changed: true };
}

const decline: Command = {
  ...approval,
  id: DECLINE,
  words: phrases.declineWords,
  async handle(context, { subject, verbatim, values }) {
    const beside = besideIn({ typed: cleanLine(verbatim), values }, context.now);
    const isPressed = subject !== undefined && context.cards.interactive;
    if (!isPressed || beside.opinion !== undefined) return declined(context, beside);
    await context.cards.show(context.person.staffId, { kind: EXPECTED_CARD, subject: EXPECTED_SUBJECT });
    return { toast: phrases.opinionToast() };
  },
};

export const expectedCommands: readonly Command[] = [propose, confirm, decline];

const verdictField = (): ViewField => ({
  ...{ name: "verdict", label: phrases.verdictField(), kind: "select", required: true, placeholder: phrases.choose() },
  options: [
    { value: "confirmed", text: phrases.confirmLabel() },
    { value: "declined", text: phrases.declineLabel() },
  ],
});

/** The organizer's proposal, for the approver. */
export const expectedRenderer: CardRenderer = {
  kind: EXPECTED_CARD,
  redrawOn: [redrawOn(expectedDistrictsNamed, () => EXPECTED_SUBJECT), onDecisions("countedDistricts")],
  async render(context) {
    const { definition } = context.campaign;
    const nouns = nounsOf(definition);
    const { isOpen, proposed, authority } = await expectedDistrictsOf(context.tx, context.campaign.id);
    const { expected, released } = await awaitedLists(context);
    const name = (id: string): string => districtName(definition, id);
    const current = phrases.current(expected.map(name), released.map(name), nouns);
    if (!isOpen) {
      const rests = released.length > 0 ? phrases.restsOn(authority, context.now) : "";
      return textView(phrases.title(nouns), current + rests, { tone: "closed", status: phrases.settled() });
    }
    const withForm = context.cards.interactive;
    const out = expectable(context).filter(({ id }) => !proposed.includes(id));
    const [yes = "", no = ""] = [phrases.confirmWord(nouns), phrases.declineWord(nouns)];
    return {
      title: phrases.title(nouns),
      tone: "near",
      status: phrases.waiting(),
      body: [
        {
          kind: "text",
          text: phrases.asks(
            proposed.map((id) => districtName(definition, id)),
            out.map(({ name }) => name),
            nouns,
          ),
        },
        { kind: "text", text: phrases.untilThen(current) },
      ],
      ...(withForm
        ? {
            form: {
              ...{ id: "expected", action: CONFIRM, subject: EXPECTED_SUBJECT },
              submitLabel: phrases.submitDecision(),
              fields: [verdictField(), ...besideFields()],
            },
          }
        : {}),
      actions: withForm
        ? []
        : [
            {
              ...{ id: CONFIRM, label: phrases.confirmLabel(), typed: yes },
              ...{ look: "primary" as const, subject: EXPECTED_SUBJECT },
            },
            {
              ...{ id: DECLINE, label: phrases.declineLabel(), typed: no },
              ...{ look: "default" as const, subject: EXPECTED_SUBJECT },
            },
          ],
      footnote: phrases.approvalFootnote(nouns),
    };
  },
};
