import { z } from "zod";
import { chatOfKey } from "../../platform/chat/chat-key.ts";
import { textView, type View } from "../../platform/chat/view.ts";
import { findDate } from "../../platform/conversation/answers/find-date.ts";
import type { StaffId } from "../../shared/brand.ts";
import { type CivilDate, dayOf, isCivilDate } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { hasRecommendation } from "../application/offered.ts";
import { caseInSight } from "../application/opinions/visible.ts";
import { requirePlainReason } from "../application/reason-gate.ts";
import { withSight } from "../application/see-case.ts";
import { applicationById } from "../application/store.ts";
import { tell } from "../application/tell.ts";
import { dayWordsIn } from "../definition/wording.ts";
import { districtOfficers } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { asText, saidAsText } from "../engine/dispatch/command-or-answer.ts";
import {
  type CardRenderer,
  type Command,
  type CommandOutcome,
  type CommandRequest,
  redrawOn,
} from "../engine/feature.ts";
import { receiptsChanged } from "../receipt/events.ts";
import { askedOf, casesAsked, keepAsked, takeAsked } from "./asked.ts";
import { returnChanged } from "./events.ts";
import { nameableIn, partName } from "./parts.ts";
import { correctionPhrases as phrases } from "./phrases.ts";
import { type Nameable, readDefects } from "./read-defects.ts";
import { returnable, returnCase } from "./return-case.ts";
import { revokeReturn } from "./revoke.ts";
import { openReturn } from "./store.ts";
import { caseOfMessage, REVOKE, returnView } from "./views.ts";

/** What is to be returned, before it is confirmed; afterwards the return. Subject: the case. */
const ASK_CARD = "correction.ask";
const ASK = "correction.ask";
const CONFIRM = "correction.confirm";

const city = {
  capability: "application.return",
  offeredWhen: hasRecommendation,
  onlyIn: "direct",
  effect: "write",
} as const;

/** 退回补正: what was written is shown before it is confirmed. */
const ask: Command = {
  ...city,
  id: ASK,
  until: "publication",
  words: phrases.words,
  help: {
    example: (definition) => phrases.example(nounsOf(definition)),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "selection",
  },
  async handle(context, request) {
    const { subject, values, verbatim } = request;
    if (subject !== undefined && Object.keys(values).length > 0) return fromCard(context, subject, values);
    const { head, items } = split(verbatim);
    const found = findDate(head.normalize("NFKC"), when(context));
    const words = (found?.before ?? head).trim();
    const application = await caseInSight(context, { ...request, words, verbatim: words });
    await returnable(context, application);
    if (items === "" && !found) return show(context, application);
    const own = found ? plainDefects(context, application, { dueOn: found.date, items }) : items;
    await keep(context, application, { dueOn: found?.date, items: own });
    return { ...(await show(context, application)), toast: phrases.preview() };
  },
};

const when = ({ campaign, now }: PersonContext) => ({
  today: dayOf(now),
  year: campaign.definition.campaign.year.value,
});

/** 锦绣花园 10月9日前：评分3-5 偏高 */
function split(typed: string): { head: string; items: string } {
  const [head = "", sign = ""] = /^([^：:\n]*)([：:\n]?)/u.exec(typed)?.slice(1) ?? [];
  return { head, items: typed.slice(head.length + sign.length).trim() };
}

/** A defect speaks of points, of fields and of what is wrong in them. */
const MAY = ["points", "case", "field", "correction", "phone"] as const;

/** 评分3-5 偏高，先退回吧: an order behind a defect is none of it. @throws {RefusalError} so that it is shown first */
function plainDefects(
  context: PersonContext,
  application: Application,
  { dueOn, items }: { dueOn: CivilDate; items: string },
): string {
  const meant = saidAsText(items);
  if (meant !== undefined || !readDefects(items, nameableIn(context, application)).ok) return meant ?? items;
  const lines = items.split(/[\n；;]+/u).map((line) => line.trim());
  const day = dayWordsIn(context.campaign.definition, dueOn);
  for (const [at, line] of lines.entries()) {
    const asIs = (own: string): string => {
      const said = lines.with(at, own).join("；");
      return phrases.typed(application.compoundName, day, own === line ? asText(said) : said);
    };
    requirePlainReason(context, line, { what: phrases.defects(), may: MAY, asIs });
  }
  return items;
}

const filled = z.object({
  items: z.string().catch(""),
  dueOn: z
    .string()
    .transform((text) => text.slice(0, 10))
    .refine(isCivilDate)
    .optional()
    .catch(undefined),
});

async function fromCard(
  context: PersonContext,
  subject: string,
  values: Readonly<Record<string, unknown>>,
): Promise<CommandOutcome> {
  const application = await returnable(
    context,
    await caseInSight(context, { words: "", verbatim: "", subject, values }),
  );
  const { items, dueOn } = filled.parse(values);
  await keep(context, application, { dueOn, items });
  await context.cards.refresh({ kind: ASK_CARD, subject });
  return { toast: phrases.preview(), changed: true };
}

/** @throws {RefusalError} if a line cannot be read, or the day is missing or over; then nothing is kept */
async function keep(
  context: PersonContext,
  application: Application,
  { dueOn, items }: { dueOn: CivilDate | undefined; items: string },
): Promise<void> {
  const read = readDefects(items, nameableIn(context, application));
  if (!read.ok) {
    const { unread, bare } = read;
    const problems = [
      ...(unread.length > 0 ? [phrases.unread(unread)] : []),
      ...(bare.length > 0 ? [phrases.bare(bare)] : []),
    ];
    const sentences = problems.length > 0 ? problems : [phrases.nothing()];
    throw new RefusalError("correction.unread", sentences.join("") + phrases.notTaken());
  }
  if (dueOn === undefined) throw new RefusalError("correction.no-day", phrases.noDay());
  if (dueOn < dayOf(context.now)) throw new RefusalError("correction.day-over", phrases.dayOver());
  await keepAsked(context, application.id, { dueOn, defects: read.defects });
}

async function show(context: PersonContext, { id }: Application): Promise<CommandOutcome> {
  await context.cards.show(context.person.staffId, { kind: ASK_CARD, subject: id });
  return {};
}

const confirm: Command = {
  ...city,
  id: CONFIRM,
  until: "publication",
  words: phrases.confirmWords,
  async handle(context, request) {
    const application = await toConfirm(context, request);
    const asked = await takeAsked(context, application.id);
    if (!asked) throw new RefusalError("correction.not-asked", phrases.notAsked(application.compoundName));
    await returnCase(context, application.id, asked);
    const said = phrases.done(asked.dueOn, asked.defects.length);
    await context.cards.refresh({ kind: ASK_CARD, subject: application.id });
    return {
      reply: textView(phrases.title(application.compoundName), said, { tone: "done" }),
      toast: said,
      changed: true,
    };
  },
};

/** The pressed or named case; without a name the only one that was written about. */
async function toConfirm(context: PersonContext, request: CommandRequest): Promise<Application> {
  const [only, other] = await casesAsked(context);
  const isUnnamed = request.subject === undefined && request.words.trim() === "";
  if (isUnnamed && only === undefined) throw new RefusalError("correction.not-asked", phrases.noneAsked());
  const subject = isUnnamed && other === undefined ? only : request.subject;
  return caseInSight(context, { ...request, ...(subject === undefined ? {} : { subject }) });
}

const revoke: Command = {
  ...city,
  id: REVOKE,
  until: "publication",
  words: phrases.revokeWords,
  async handle(context, request) {
    const application = await caseInSight(context, request);
    await revokeReturn(context, application);
    const { compoundName: name, district } = application;
    const officers = districtOfficers(context.people, district).map(({ member }) => member.staffId);
    await tell(
      context,
      officers,
      textView(phrases.title(name), phrases.toldRevoked(name, nounsOf(context.campaign.definition))),
    );
    const said = phrases.revoked(name);
    return { reply: textView(phrases.title(name), said, { tone: "done" }), toast: said, changed: true };
  },
};

const renderer: CardRenderer = {
  kind: ASK_CARD,
  redrawOn: [
    redrawOn(returnChanged, ({ caseId }) => caseId),
    redrawOn(receiptsChanged, ({ message }) => caseOfMessage(message) ?? []),
  ],
  async render(context, { subject, chat }) {
    const application = await applicationById(context.tx, subject);
    if (!application) throw new Error(`card of an unknown application ${subject}`);
    const found = await openReturn(context.tx, subject);
    if (found) return returnView(context, application, { found, viewer: "city" });
    const place = chatOfKey(chat);
    const asked = place.kind === "direct" ? await askedOf(context, place.person as StaffId, subject) : undefined;
    return withSight(asked ? previewView(context, application, asked) : formView(context, application), application);
  },
};

function previewView(
  context: Context,
  application: Application,
  { dueOn, defects }: NonNullable<Awaited<ReturnType<typeof askedOf>>>,
): View {
  const { id: subject, compoundName: name } = application;
  const items = defects.map(({ part, defect }) => `${partName(context, application, part)}：${defect}`);
  return {
    title: phrases.title(name),
    tone: "near",
    status: phrases.status.asking,
    body: [
      { kind: "text", text: phrases.asked(dueOn) },
      { kind: "list", ordered: true, items },
    ],
    actions: [
      { id: CONFIRM, label: phrases.confirm(), typed: `${phrases.confirm()} ${name}`, look: "primary", subject },
    ],
  };
}

function formView(context: Context, application: Application): View {
  const { id: subject, compoundName: name } = application;
  const { interactive } = context.cards;
  const named = examplesOf(nameableIn(context, application));
  const form = {
    ...{ id: "return", action: ASK, subject, submitLabel: phrases.preview() },
    fields: [
      {
        ...{ name: "items", label: phrases.itemsField(), kind: "textArea" as const, required: true },
        placeholder: phrases.itemsHolder(named[0] ?? ""),
      },
      { name: "dueOn", label: phrases.dueField(), kind: "date" as const, required: true },
    ],
  };
  const view = textView(phrases.title(name), interactive ? phrases.ask(named) : phrases.askTyped(name, named), {
    status: phrases.status.writing,
  });
  return interactive ? { ...view, form } : view;
}

/** One of each kind that the campaign has. */
function examplesOf({ rows, evidence, clauses, offices, fields }: Nameable): string[] {
  const { examples } = phrases;
  const [office] = [...offices.values()].flatMap(([, short]) => short ?? []);
  const [field] = [...fields.values()].flatMap(([label]) => label ?? []);
  return [
    ...rows.slice(0, 1).map(examples.points),
    ...evidence.slice(0, 1).map(examples.evidence),
    ...clauses.slice(0, 1).map(examples.clause),
    ...(office === undefined ? [] : [examples.opinion(office), examples.paper()]),
    ...(field === undefined ? [] : [field]),
  ];
}

export const cityCommands: readonly Command[] = [ask, confirm, revoke];
export const askRenderer = renderer;
