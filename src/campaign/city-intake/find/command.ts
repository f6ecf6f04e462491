import type { Action, Block, View } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { hasRecommendation } from "../../application/offered.ts";
import { namedCases, seeCases } from "../../application/see-case.ts";
import type { Definition } from "../../definition/definition.ts";
import { districtName } from "../../definition/districts.ts";
import { type Member, mayMember } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { Command } from "../../engine/feature.ts";
import { FIND, MENU } from "../../ranking/ask.ts";
import { awaitedLists } from "../../ranking/awaited-lists.ts";
import { BOUNDARY } from "../../ranking/boundary/command.ts";
import { isKeptFrom, ON_ORDER } from "../../ranking/held-back.ts";
import { offersRanking } from "../../ranking/rules.ts";
import { heldBackView } from "../../ranking/view-ranking.ts";
import { criteriaOf } from "../../scoring/rubric.ts";
import { DISCREPANCIES, ON_DISCREPANCIES } from "../../verification/discrepancy-command.ts";
import { journalLook } from "../../verification/journal-look.ts";
import { answerTo } from "./answer.ts";
import { findPhrases as phrases } from "./phrases.ts";
import { type Asked, type Known, readAsked, type Topic } from "./rules.ts";

const TOPICS: readonly Topic[] = ["lacking", "unclear", "unsealed"];

const knownIn = ({ campaign, rubric }: Definition): Known => ({
  districts: campaign.districts,
  rows: criteriaOf(rubric).flatMap(({ id, knockOut }) => (knockOut ? [] : [id])),
  topics: phrases.topics,
  satisfaction: phrases.satisfaction,
});

/** 查 柯桥 3-2<4: the listed cases for which it is so. */
const find: Command = {
  ...ON_ORDER,
  id: FIND,
  words: [phrases.word()],
  effect: "read",
  onlyIn: "direct",
  offeredBy: ["ranking"],
  offeredWhen: (definition) => offersRanking(definition) && hasRecommendation(definition),
  help: {
    example: (definition) => exampleIn(definition),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "selection",
    withoutButton: true,
  },
  async handle(context, { words, subject }) {
    const { definition } = context.campaign;
    if (subject === MENU || (subject === undefined && words.trim() === "")) {
      await context.reply(menuView(context));
      return {};
    }
    const pressed = TOPICS.find((topic) => topic === subject);
    const asked: Asked | undefined = pressed
      ? { kind: "topic", topic: pressed }
      : readAsked(words, knownIn(definition));
    if (!asked)
      throw new RefusalError(
        "city-intake.find-what",
        phrases.how(exampleIn(definition), rowIn(definition), nounsOf(definition)),
      );
    await journalLook(context, "city-intake.found");
    const isKept = asked.kind === "row" && (await isKeptFrom(context, context.person));
    await context.reply(isKept ? heldBackView(context) : await foundView(context, asked));
    return {};
  },
};

/** What is asked most, a press each, and how the rest is asked in words. */
function menuView({ campaign: { definition }, person }: PersonContext): View {
  const how = phrases.menu(exampleIn(definition), rowIn(definition), nounsOf(definition));
  return {
    ...{ title: phrases.menuTitle(), tone: "running", body: [{ kind: "text", text: how }] },
    actions: findActions(definition, person),
  };
}

const rowIn = (definition: Definition): string => knownIn(definition).rows.at(-1) ?? "";
const exampleIn = (definition: Definition): string =>
  phrases.example(definition.campaign.districts.at(-1)?.name ?? "", rowIn(definition));

async function foundView(context: PersonContext, asked: Asked): Promise<View> {
  const { definition } = context.campaign;
  const nouns = nounsOf(definition);
  const { of, found, lines, notes } = await answerTo(context, asked);
  const { missing } = await awaitedLists(context);
  const awaited = missing.filter((id) => (asked.district ?? id) === id).map((id) => districtName(definition, id));
  const texts = [...notes, ...(awaited.length > 0 ? [phrases.awaited(awaited)] : [])];
  const district = asked.district && districtName(definition, asked.district);
  const said = found.length === 0 ? phrases.none(of, nouns) : phrases.found(found.length, of, nouns);
  const list: Block[] = lines.length > 0 ? [{ kind: "list", items: lines }] : [];
  return {
    title: phrases.title(phrases.asked(asked, district)),
    tone: found.length > 0 ? "near" : "running",
    body: [
      { kind: "text", text: of === 0 ? phrases.nothingListed() : said },
      ...list,
      ...texts.map((text): Block => ({ kind: "text", text })),
    ],
    actions: seeCases(definition, namedCases(found)),
  };
}

/** What is asked most, a press each, for who may ask. */
export function findActions(definition: Definition, person: Member): Action[] {
  const may = ({ capability, or }: typeof ON_ORDER | typeof ON_DISCREPANCIES): boolean =>
    [capability, ...or].some((one) => mayMember(definition, person, one));
  if (!may(ON_ORDER)) return [];
  const look = "default" as const;
  const topic = (one: Topic): Action => ({
    ...{ id: FIND, label: phrases.label(one), typed: phrases.typed(one), look, subject: one },
  });
  return [
    topic("lacking"),
    ...(may(ON_DISCREPANCIES)
      ? [{ id: DISCREPANCIES, label: phrases.apart(), typed: `查 ${phrases.apart()}`, look }]
      : []),
    { id: BOUNDARY, label: phrases.edge(), typed: `查 ${phrases.edge()}`, look },
    topic("unclear"),
    topic("unsealed"),
  ];
}

export const findCommands: readonly Command[] = [find];
