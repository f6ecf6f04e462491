import type { Block, ViewField, ViewForm } from "../../../platform/chat/view.ts";
import { countWords } from "../../../platform/conversation/count-words.ts";
import type { Context } from "../../engine/context.ts";
import { asksPromotion, partsOfReport } from "../rules.ts";
import { isNothing, PROMOTION } from "./contents.ts";
import { contentsPhrases as phrases } from "./phrases.ts";
import { lackingIn, type PartState, type ReportState, stateFrom } from "./state.ts";

export const COMPLETE = "work-report.complete";
export const SAVE_PARTS = "work-report.save-parts";

/** How each part stands, one line a part. */
export function stateBlock(context: Pick<Context, "campaign">, state: ReportState): Block {
  const isAsked = state.promotion !== undefined || lackingIn(context, state).includes(PROMOTION);
  return {
    kind: "facts",
    facts: [
      ...state.parts.map((part) => ({ label: part.name, value: stateWords(part) })),
      ...(isAsked
        ? [
            {
              label: phrases.name(PROMOTION),
              value:
                state.promotion === undefined ? phrases.promotionMissing() : phrases.promotionLine(state.promotion),
            },
          ]
        : []),
    ],
  };
}

/** How a text that is not handed in yet is split into the parts: each with its first words. */
export function splitBlock({ campaign }: Pick<Context, "campaign">, text: string): Block {
  const { definition } = campaign;
  const { parts, promotion } = stateFrom(partsOfReport(definition), { text, beside: new Map() });
  const facts = parts.map((part) => ({
    label: part.name,
    value: part.state === "written" ? phrases.split(countWords(part.text), part.text) : stateWords(part),
  }));
  const asked = asksPromotion(definition)
    ? [
        {
          label: phrases.name(PROMOTION),
          value: promotion === undefined ? phrases.promotionMissing() : phrases.promotionLine(promotion),
        },
      ]
    : [];
  return { kind: "facts", facts: [...facts, ...asked] };
}

function stateWords({ state, text }: PartState): string {
  if (state === "written") return phrases.written(countWords(text));
  if (state === "none") return phrases.none();
  if (state === "beside") return isNothing(text) ? phrases.none() : phrases.beside(countWords(text));
  return phrases.states[state];
}

/** Fields for parts, as many as one form has room for. */
function fieldsFor({ cards }: Pick<Context, "cards">, parts: readonly string[]): ViewField[] {
  const { limit, measure } = cards.formRoom;
  const fields: ViewField[] = [];
  for (const part of parts) {
    const field: ViewField = {
      ...{
        name: part,
        label: phrases.name(part),
        kind: "textArea",
        required: false,
        placeholder: phrases.holder(part),
      },
    };
    if (measure([...fields, field]) > limit) break;
    fields.push(field);
  }
  return fields;
}

/** Asks for the parts that a version in force lacks; undefined if it lacks none. */
export function completeForm(
  context: Pick<Context, "cards">,
  subject: string,
  lacking: readonly string[],
): ViewForm | undefined {
  if (lacking.length === 0 || !context.cards.interactive) return undefined;
  const fields = fieldsFor(context, lacking);
  return { ...{ id: "report-parts", action: COMPLETE, subject, submitLabel: phrases.submitLabel(), fields } };
}

/** Asks for the parts of a report that is not handed in yet. */
export function partsForm(
  context: Pick<Context, "cards">,
  district: string,
  left: readonly string[],
): ViewForm | undefined {
  if (left.length === 0 || !context.cards.interactive) return undefined;
  const fields = fieldsFor(context, left);
  return {
    ...{ id: "report-parts", action: SAVE_PARTS, subject: district, submitLabel: phrases.saveLabel(), fields },
  };
}
