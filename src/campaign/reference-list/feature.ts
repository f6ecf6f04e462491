import type { ReceivedFile } from "../../platform/chat/dispatcher.ts";
import type { View } from "../../platform/chat/view.ts";
import type { Definition } from "../definition/definition.ts";
import { sourceWords } from "../definition/source-words.ts";
import { momentWords } from "../definition/wording.ts";
import { type Member, mayMember } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { type FilePlace, filePlaces, filesInUse } from "../engine/dispatch/file-places.ts";
import { takeOffered } from "../engine/dispatch/offered-files.ts";
import { type Command, type CommandOutcome, extend, type Feature } from "../engine/feature.ts";
import { applyReferenceList, ruleNamed } from "./apply.ts";
import { referenceListTold } from "./events.ts";
import { referencePhrases as phrases } from "./phrases.ts";
import type { ReferenceList } from "./reference-list.ts";
import { type ReferenceRule, rulesOf, shareRule } from "./rule.ts";
import { placeOf } from "./rules.ts";
import { filesOfLists, listsInForce, referenceListTable } from "./store.ts";

/** Whoever enters for districts enters what the whole city is measured by. */
const CAPABILITY = "application.fillForDistrict";

const hasLists = (definition: Definition): boolean => rulesOf(definition).length > 0;

const see: Command = {
  id: "reference-list.see",
  words: phrases.words,
  capability: CAPABILITY,
  effect: "read",
  onlyIn: "direct",
  offeredWhen: hasLists,
  help: {
    example: (definition) => phrases.word(nounsOf(definition)),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: ["application", "review", "verification"],
  },
  async handle(context) {
    await context.reply(await listsView(context));
    return {};
  },
};

async function listsView({ tx, campaign: { id, definition } }: Context): Promise<View> {
  const lists = await listsInForce(tx, id);
  const rules = rulesOf(definition);
  const items = rules.map(({ purpose, label }) => {
    const list = lists.get(purpose);
    if (!list) return phrases.missing(label);
    const { version, rows, metric, appliedAt } = list;
    return phrases.item(label, { version, rows: rows.length, metric, at: momentWords(appliedAt) });
  });
  return {
    title: phrases.word(nounsOf(definition)),
    tone: "running",
    body: [
      { kind: "list", items },
      { kind: "text", text: phrases.how(nounsOf(definition)) },
      { kind: "text", text: phrases.asGiven() },
    ],
    actions: [],
    footnote: phrases.footnote(
      sourceWords(
        definition,
        rules.flatMap(({ line }) => line),
      ),
    ),
  };
}

type Purpose = ReferenceRule["purpose"];

const TAKE_CREDIT_RATING = "reference-list.take-credit-rating";
const TAKE_SATISFACTION = "reference-list.take-satisfaction";
const TAKE_COMPLAINTS = "reference-list.take-complaints";

/** What the three commands that take a dropped workbook have in common. */
const taking = (purpose: Purpose): Omit<Command, "id" | "handle"> => ({
  words: [phrases.take[purpose], phrases.button[purpose]],
  capability: CAPABILITY,
  effect: "write",
  onlyIn: "direct",
  offeredWhen: (definition) => rulesOf(definition).some((rule) => rule.purpose === purpose),
});

const takeCreditRating: Command = {
  ...taking("creditRating"),
  id: TAKE_CREDIT_RATING,
  handle: (context, { verbatim }) => takeList(context, "creditRating", verbatim),
};

const takeSatisfaction: Command = {
  ...taking("satisfaction"),
  id: TAKE_SATISFACTION,
  handle: (context, { verbatim }) => takeList(context, "satisfaction", verbatim),
};

const takeComplaints: Command = {
  ...taking("complaints"),
  id: TAKE_COMPLAINTS,
  handle: (context, { verbatim }) => takeList(context, "complaints", verbatim),
};

/** @param fileName of the dropped workbook; empty: the last one */
async function takeList(context: PersonContext, purpose: Purpose, fileName: string): Promise<CommandOutcome> {
  const rule = rulesOf(context.campaign.definition).find((one) => one.purpose === purpose);
  if (!rule) return {};
  return told(context, rule, await applyReferenceList(context, rule, await takeOffered(context, fileName)));
}

/** What was taken, and what it says of the cases there are. */
async function told(context: PersonContext, rule: ReferenceRule, list: ReferenceList): Promise<CommandOutcome> {
  const share = shareRule(context.campaign.definition, rule, context.rulings);
  const places = list.rows.map((row) => placeOf(row, list.rows, share));
  const count = (wanted: (typeof places)[number]) => places.filter((place) => place === wanted).length;
  const { version, rows } = list;
  const numbers = { version, rows: rows.length, within: count("within"), unknown: count("unknown") };
  const sentence = phrases.applied(rule.label, { ...numbers, end: phrases.ends[rule.end] });
  const cases = await context.contributions(referenceListTold, { purpose: rule.purpose });
  const reply = phrases.appliedView(phrases.appliedTitle(rule.label), [sentence, ...cases.flat()]);
  await context.reply(reply);
  return { toast: sentence };
}

/** Offered for a workbook to who may; only the list that the file's name points to, if it points to one. */
const placeFor = (purpose: Purpose, id: string) =>
  extend(
    filePlaces,
    async (
      { tx, campaign }: Context,
      { file, person }: { file: ReceivedFile; person: Member },
    ): Promise<FilePlace | undefined> => {
      const { definition } = campaign;
      const rules = rulesOf(definition);
      const rule = rules.find((one) => one.purpose === purpose);
      if (!rule || campaign.closedAt || !mayMember(definition, person, CAPABILITY)) return undefined;
      if (file.kind !== "file" || file.size === 0 || !/\.(?:xlsx?|et|csv)$/i.test(file.name)) return undefined;
      const named = ruleNamed(rules, file.name);
      if (named && named.purpose !== purpose) return undefined;
      const known = (await listsInForce(tx, campaign.id)).get(purpose);
      const action = {
        ...{ id, label: phrases.button[purpose], look: "default" as const },
        typed: `${phrases.take[purpose]} ${file.name}`,
      };
      return known ? { action, note: phrases.replaces(rule.label, known.version) } : { action };
    },
  );

/** 市级名单: supplied by the organizer, for everybody. */
export const referenceListFeature: Feature = {
  commands: [see, takeCreditRating, takeSatisfaction, takeComplaints],
  enforces: ["cityShare"],
  extensions: [
    placeFor("creditRating", TAKE_CREDIT_RATING),
    placeFor("satisfaction", TAKE_SATISFACTION),
    placeFor("complaints", TAKE_COMPLAINTS),
    extend(filesInUse, async ({ tx }, { hashes }) => filesOfLists(tx, hashes)),
  ],
  tables: [referenceListTable],
};
