import type { Action, Block, View, ViewForm } from "../../platform/chat/view.ts";
import type { Application } from "../application/application.ts";
import { districtName } from "../definition/districts.ts";
import { momentWords } from "../definition/wording.ts";
import { type Member, mayMember } from "../directory/member.ts";
import { districtScope, isWithin } from "../directory/scope.ts";
import { namesOf } from "../directory/store.ts";
import type { Context } from "../engine/context.ts";
import { enteredFor, onBehalfLine } from "../engine/on-behalf.ts";
import { ANSWER, ASK, CLOSE, SEE } from "./actions.ts";
import { supportPhrases as phrases } from "./phrases.ts";
import { supportOf } from "./store.ts";
import { isOpen, type SupportRequest } from "./support.ts";

const MOST_LINES = 12;
const MOST_OFFERS = 4;

/** Whether the person may see requests of the district: its own officers, and who oversees everything. */
export const seesSupport = (
  { campaign: { definition } }: Pick<Context, "campaign">,
  viewer: Member,
  district: string,
) =>
  isWithin(districtScope(definition, viewer, "application.see"), district) &&
  (viewer.roles.some((held) => held.district === district) || mayMember(definition, viewer, "workReport.see"));

export const isOfDistrict = (viewer: Member, district: string): boolean =>
  viewer.roles.some((held) => held.role === "districtOfficer" && held.district === district);

export function listView(context: Context, all: readonly SupportRequest[]): View {
  const { definition } = context.campaign;
  const open = all.filter(isOpen);
  const lines = all
    .toReversed()
    .slice(0, MOST_LINES)
    .map(({ number, district, about, state }) =>
      phrases.line({ number, district: districtName(definition, district), about, state: phrases.states[state] }),
    );
  return {
    title: phrases.listTitle(all.length, open.length),
    tone: open.length > 0 ? "near" : "done",
    body: [
      lines.length === 0 ? { kind: "text", text: phrases.none() } : { kind: "list", items: lines },
      ...(all.length > MOST_LINES ? [{ kind: "text" as const, text: phrases.more(all.length - MOST_LINES) }] : []),
    ],
    actions: open.slice(0, MOST_OFFERS).map(seeAction),
  };
}

const seeAction = ({ number }: SupportRequest): Action => ({
  ...{ id: SEE, label: phrases.openLabel(number), typed: `${phrases.word()} ${number}` },
  ...{ look: "default", subject: String(number) },
});

/** One request, with the form for who is to answer or close it. */
export async function requestView(context: Context, one: SupportRequest, viewer: Member): Promise<View> {
  const { campaign, cards } = context;
  const { number, district, about, content, state, askedBy, askedAt, answer, answeredAt, outcome } = one;
  const name = (await namesOf(context.tx, [askedBy])).get(askedBy) ?? askedBy;
  const entered = await onBehalfLine(context, enteredFor(askedBy, one.responsible));
  const form = cards.interactive && isOpen(one) && !campaign.closedAt ? formFor(context, one, viewer) : undefined;
  return {
    title: phrases.title(number),
    tone: isOpen(one) ? "near" : "done",
    status: phrases.states[state],
    body: [
      {
        kind: "facts",
        facts: [
          { label: phrases.aboutLabel(), value: `${districtName(campaign.definition, district)}　${about}` },
          { label: phrases.contentLabel(), value: content },
          { label: phrases.askedLabel(), value: phrases.by(entered ?? name, momentWords(askedAt)) },
          ...(answer === undefined
            ? []
            : [
                { label: phrases.answerLabel(), value: answer },
                { label: phrases.answerToldLabel(), value: answeredAt ? momentWords(answeredAt) : "" },
              ]),
          ...(outcome === undefined ? [] : [{ label: phrases.outcomeLabel(), value: outcome }]),
        ],
      },
    ],
    ...(form ? { form } : {}),
    actions: [],
  };
}

function formFor({ campaign }: Context, { number, district }: SupportRequest, viewer: Member): ViewForm | undefined {
  const subject = String(number);
  if (mayMember(campaign.definition, viewer, "application.return"))
    return {
      ...{ id: "support", action: ANSWER, subject, submitLabel: phrases.submitAnswer() },
      fields: [{ name: "answer", label: phrases.fields.answer, kind: "textArea", required: true }],
    };
  if (!isOfDistrict(viewer, district)) return undefined;
  return {
    ...{ id: "support", action: CLOSE, subject, submitLabel: phrases.submitClose() },
    fields: [{ name: "outcome", label: phrases.fields.outcome, kind: "textArea", required: false }],
  };
}

/** On the card of a case: what was asked for it. */
export async function supportBlocks(context: Context, { id }: Pick<Application, "id">): Promise<Block[]> {
  const all = await supportOf(context, { caseId: id });
  return all.map(({ content, state }) => ({ kind: "text", text: phrases.ofCase(content, phrases.states[state]) }));
}

/** On the card of a case of the own district. */
export const askAction = ({ id, compoundName }: Application): Action => ({
  ...{ id: ASK, label: phrases.askWord(), typed: phrases.typedAsk(compoundName), look: "default", subject: id },
});
