import { type Block, textView, type View } from "../../../platform/chat/view.ts";
import { hasApplications } from "../../application/offered.ts";
import { applicationPhrases } from "../../application/phrases.ts";
import { namedCases, seeCase } from "../../application/see-case.ts";
import { applicationById } from "../../application/store.ts";
import { districtName } from "../../definition/districts.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { Command } from "../../engine/feature.ts";
import { CHAIN } from "../../selection/actions.ts";
import { latestSelection, selectionOfCard } from "../../selection/store.ts";
import { wordsOf } from "../../selection/words.ts";
import { journalSeen } from "../look.ts";
import { askedCase, seenBy } from "../seen.ts";
import { chainLines } from "./chain.ts";
import { chainPhrases as phrases } from "./phrases.ts";

/** 一事一链 翠苑三区; without a name, and on the card of a version, of every selected case of it. */
export const chainCommand: Command = {
  id: CHAIN,
  capability: "application.see",
  effect: "read",
  onlyIn: "direct",
  offeredWhen: hasApplications,
  offeredBy: ["selection"],
  whenClosed: true,
  words: [phrases.word()],
  help: {
    example: (definition) => phrases.example(nounsOf(definition)),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: ["selection", "publication"],
    notAtSites: true,
  },
  async handle(context, { words, subject }) {
    const named = words.trim();
    const isOne = subject === undefined && named !== "";
    const all = isOne ? undefined : await ofSelection(context, subject);
    // Said below the card as well where it was pressed.
    await context.reply(all ?? (await ofOne(context, named)));
    return {};
  },
};

async function ofOne(context: PersonContext, name: string): Promise<View> {
  const asked = await askedCase(context, { subject: undefined, name });
  const seen = asked.kind === "one" && (await seenBy(context, context.person.staffId, asked.application));
  if (!seen) {
    const among = asked.kind === "which" ? asked.among.map((one) => one.name) : [];
    const nouns = nounsOf(context.campaign.definition);
    const said = among.length > 0 ? applicationPhrases.whichName(among, nouns) : phrases.nothing(nouns);
    return textView(phrases.word(), said);
  }
  await journalSeen(context, seen, CHAIN);
  const { application } = seen;
  return {
    title: phrases.title(application.compoundName),
    tone: "closed",
    status: districtName(context.campaign.definition, application.district),
    body: [{ kind: "facts", facts: await chainLines(context, seen) }],
    actions: namedCases([application]).map(seeCase),
    footnote: phrases.asOf(context.now),
  };
}

/** The selected cases of a version, for who sees all of them; undefined without one. */
async function ofSelection(context: PersonContext, subject: string | undefined): Promise<View | undefined> {
  const { tx, campaign } = context;
  const selection =
    subject === undefined ? await latestSelection(tx, campaign.id) : await selectionOfCard(tx, campaign.id, subject);
  if (!selection) return undefined;
  const blocks: Block[] = [];
  for (const { applicationId, selected } of selection.items) {
    const application = selected ? await applicationById(tx, applicationId) : undefined;
    const seen = application && (await seenBy(context, context.person.staffId, application));
    if (!seen || seen.sight === "own") continue;
    await journalSeen(context, seen, CHAIN);
    const { compoundName, district } = seen.application;
    blocks.push(
      { kind: "heading", text: phrases.caseHeading(compoundName, districtName(campaign.definition, district)) },
      {
        kind: "list",
        items: (await chainLines(context, seen)).map(({ label, value }) => phrases.line(label, value)),
      },
    );
  }
  if (blocks.length === 0) return undefined;
  const { list } = wordsOf(campaign.definition);
  return {
    title: phrases.ofVersion(list, selection.version),
    tone: "closed",
    body: blocks,
    actions: [],
    footnote: phrases.asOf(context.now),
  };
}
