import { z } from "zod";
import { textView, type ViewField } from "../../platform/chat/view.ts";
import { besideFields, besideIn } from "../authority/form.ts";
import { mayMember } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, type Command, redrawOn } from "../engine/feature.ts";
import { confirmSheet } from "./confirm-sheet.ts";
import { rulingDecided, rulingRecorded, rulingsChanged } from "./events.ts";
import { sheetPhrases as phrases } from "./phrases-sheet.ts";
import { approversIn, mayRecord } from "./rules.ts";
import type { RecordedAnswer } from "./ruling.ts";
import { sheetOf, sheetView } from "./sheet.ts";
import { answersOf } from "./store.ts";

/** 《口径汇总表》, for approvers; subject: {@link ALL}. */
export const SHEET_CARD = "ruling.sheet";
export const ALL = "all";

/** 口径汇总: approvers get the card, organizers have it sent to them. */
const open: Command = {
  id: "ruling.sheet",
  words: [phrases.word(), "口径汇总表"],
  capability: "ruling.see",
  effect: "write",
  onlyIn: "direct",
  async handle(context) {
    const { campaign, people, person, tx } = context;
    const card = { kind: SHEET_CARD, subject: ALL };
    if (mayMember(campaign.definition, person, "ruling.answer")) {
      await context.cards.show(context.chat, card);
      return {};
    }
    const answers = await answersOf(tx, campaign.id);
    const view = { ...sheetView(context, answers), actions: [] };
    const { footnote: _, ...page } = view;
    if (!mayRecord(campaign.definition, person) || sheetOf(context, answers).together.length === 0)
      return { reply: page };
    const approvers = approversIn(campaign.definition, people);
    for (const { staffId } of approvers) await context.cards.show(staffId, card);
    const sent = {
      kind: "text" as const,
      text: phrases.sent(
        campaign.definition,
        approvers.map(({ name }) => name),
      ),
    };
    return { reply: { ...page, body: [...page.body, sent] } };
  },
};

const EXCEPT = /除(?:了)?\s*((?:[Rr]?\d{1,3}\s*[、,，和\s]*)+)\s*(?:以?外)?/u;

const exceptValues = z.object({ except: z.string().trim().optional().catch(undefined) });

const numbersIn = (typed: string): string[] =>
  (typed.normalize("NFKC").match(/\d{1,3}/g) ?? []).map((number) => `R${Number(number)}`);

const confirm: Command = {
  id: "ruling.sheet-confirm",
  words: [phrases.confirmLabel()],
  capability: "ruling.answer",
  effect: "write",
  onlyIn: "direct",
  async handle(context, { verbatim, values }) {
    const filled = exceptValues.parse(values).except;
    const named = filled ?? EXCEPT.exec(verbatim.normalize("NFKC"))?.[1] ?? "";
    const except = numbersIn(named);
    const beside = besideIn({ typed: verbatim.replace(EXCEPT, "").trim(), values }, context.now);
    const confirmed = await confirmSheet(context, { except, ...beside });
    const said = phrases.confirmed(confirmed.length, except, beside.authority, context.now);
    return { changed: true, toast: said, reply: textView(phrases.word(), said, { tone: "done" }) };
  },
};

const renderer: CardRenderer = {
  kind: SHEET_CARD,
  redrawOn: [redrawOn(rulingRecorded), redrawOn(rulingDecided), redrawOn(rulingsChanged)],
  async render(context) {
    const answers = await answersOf(context.tx, context.campaign.id);
    const label = phrases.confirmLabel();
    const action = { id: "ruling.sheet-confirm", label, typed: label, look: "primary" as const };
    const isOpen = sheetOf(context, answers).together.length > 0;
    const view = sheetView(context, answers);
    if (!isOpen || !context.cards.interactive) return { ...view, actions: isOpen ? [action] : [] };
    return {
      ...view,
      form: { id: "sheet", action: action.id, submitLabel: label, fields: sheetFields(context, answers) },
    };
  },
};

const sheetFields = (context: Context, answers: readonly RecordedAnswer[]): ViewField[] => [
  {
    ...{ name: "except", label: phrases.exceptField(), kind: "text", required: false },
    placeholder: phrases.exceptHolder(sheetOf(context, answers).together[0]?.id ?? ""),
  },
  ...besideFields(),
];

export const sheetCommands = [open, confirm];
export const sheetRenderers = [renderer];
