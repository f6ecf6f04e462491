import type { Block, View } from "../../platform/chat/view.ts";
import { dayInCampaign } from "../definition/definition.ts";
import { readingOf } from "../definition/rulings-in-force.ts";
import { dayWordsIn } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { executionWords } from "./enforcement.ts";
import { sheetPhrases as phrases } from "./phrases-sheet.ts";
import { comingOf, pendingOf } from "./rules.ts";
import type { RecordedAnswer } from "./ruling.ts";

type Ruling = Context["campaign"]["definition"]["rulings"][number];

/** 《口径汇总表》: the rulings by how they are decided. */
export interface RulingSheet {
  /** At their default, and confirmed together. */
  together: readonly Ruling[];
  /** Have to be answered one by one before a day. */
  singly: readonly Ruling[];
  /** Without a default and not answered, or with an answer that waits. */
  open: readonly Ruling[];
  answered: readonly Ruling[];
}

/** @param except ids that are left at their default unconfirmed */
export function sheetOf(
  { campaign: { definition }, rulings, now }: Context,
  answers: readonly RecordedAnswer[],
  except: readonly string[] = [],
): RulingSheet {
  const kindOf = (ruling: Ruling): keyof RulingSheet => {
    const { id, answerBefore } = ruling;
    if (pendingOf(answers, id)) return "open";
    if (comingOf(answers, id, now) || rulings.has(id)) return "answered";
    if (answerBefore !== undefined) return "singly";
    return ruling.default && !except.includes(id) ? "together" : "open";
  };
  const of = (kind: keyof RulingSheet) => definition.rulings.filter((ruling) => kindOf(ruling) === kind);
  return { together: of("together"), singly: of("singly"), open: of("open"), answered: of("answered") };
}

/** One card: what is confirmed together, and what is not. */
export function sheetView(context: Context, answers: readonly RecordedAnswer[]): View {
  const { definition } = context.campaign;
  const sheet = sheetOf(context, answers);
  const isDone = sheet.together.length === 0;
  const ids = (rulings: readonly Ruling[]) => rulings.map(({ id }) => id).join("、");
  const items: Block[] =
    sheet.together.length === 0 ? [] : [{ kind: "list", items: sheet.together.map((one) => itemOf(context, one)) }];
  const exceptions = [
    ...sheet.singly.map((one) =>
      phrases.single(one.id, one.question, dayWordsIn(definition, dayInCampaign(definition, one.answerBefore ?? ""))),
    ),
    ...(sheet.open.length > 0 ? [phrases.open(ids(sheet.open))] : []),
    ...(sheet.answered.length > 0 ? [phrases.answered(ids(sheet.answered))] : []),
  ];
  return {
    title: phrases.title(definition),
    tone: isDone ? "done" : "near",
    status: isDone ? phrases.done() : phrases.waiting(sheet.together.length),
    body: [
      { kind: "text", text: isDone ? phrases.nothing() : phrases.lead(sheet.together.length) },
      ...items,
      ...(exceptions.length === 0
        ? []
        : [
            { kind: "heading" as const, text: phrases.exceptions() },
            { kind: "list" as const, items: exceptions },
          ]),
    ],
    actions: [],
    footnote: (isDone ? "" : phrases.footnote(sheet.together[0]?.id ?? "")) + phrases.print(),
  };
}

const itemOf = (context: Context, { id, question }: Ruling): string =>
  phrases.item(
    { id, question, text: readingOf(context.campaign.definition, id, context.rulings).text },
    executionWords(context, id),
  );
