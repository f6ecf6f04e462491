import type { ViewField } from "../../platform/chat/view.ts";
import { besideFields } from "../authority/form.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { type Consultation, REPLY_FINDINGS } from "./consultation.ts";
import { concernsOf } from "./departments.ts";
import { consultationPhrases as phrases } from "./phrases.ts";

/** Fields of the form for the replies of one department. */
export function replyFields(context: Context, { department, unanswered }: Consultation): ViewField[] {
  const { definition } = context.campaign;
  const { fields } = phrases;
  const [only] = unanswered;
  const concerns = concernsOf(definition, department);
  return [
    {
      ...{ name: "cases", label: fields.cases(nounsOf(definition)), kind: "text", required: true },
      placeholder: fields.casesHolder(),
      ...(only && unanswered.length === 1 ? { value: only.compoundName } : {}),
    },
    {
      ...{ name: "finding", label: fields.finding(), kind: "select", required: true, placeholder: phrases.choose() },
      options: REPLY_FINDINGS.map((value) => ({ value, text: phrases.findings[value] })),
    },
    ...(concerns.length > 1
      ? [
          {
            ...{ name: "concerns", label: fields.concerns(), kind: "multiSelect" as const, required: false },
            options: concerns.map(({ id, label }) => ({ value: id, text: label })),
          },
        ]
      : []),
    {
      ...{ name: "words", label: fields.words(), kind: "textArea", required: false },
      placeholder: fields.wordsHolder(),
    },
    // Without the day of today in it: a card that waits would show another day than it should.
    { name: "repliedOn", label: fields.repliedOn(), kind: "date", required: true },
    { name: "repliedBy", label: fields.repliedBy(), kind: "text", required: true },
  ];
}

/** Fields of the approver's form. */
export const decisionFields = (): ViewField[] => [
  {
    ...{ name: "verdict", label: phrases.verdict(), kind: "select" as const, required: true },
    placeholder: phrases.choose(),
    options: (["upheld", "dismissed"] as const).map((value) => ({ value, text: phrases.verdicts[value] })),
  },
  ...besideFields(),
];
