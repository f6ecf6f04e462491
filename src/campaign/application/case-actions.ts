import type { Action } from "../../platform/chat/view.ts";
import type { Definition } from "../definition/definition.ts";
import type { Context } from "../engine/context.ts";
import type { Application } from "./application.ts";
import { consequenceOf } from "./consequences.ts";
import { stepOf } from "./extension-points.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { requirementSheets } from "./requirements/store.ts";
import { requirementsAction } from "./requirements/views.ts";
import { seeCase } from "./see-case.ts";
import { withdrawalPhrases } from "./withdrawal/phrases.ts";
import { type NextStep, wordsOf } from "./words.ts";

/** Begins another case. */
export const another = (definition: Definition): Action => ({
  id: "application.start",
  label: phrases.another(wordsOf(definition).measure),
  typed: "申报",
  look: "default",
});

/** Opens the card that says what a withdrawal affects. */
export const withdraw = ({ id, compoundName }: Application): Action => ({
  id: "application.withdraw",
  label: withdrawalPhrases.withdraw(),
  typed: `撤回 ${compoundName}`,
  look: "danger",
  subject: id,
});

/** Opens the opinions of the five offices. */
const opinionsAction = ({ id: subject, compoundName }: Application): Action => ({
  ...{ id: "application.opinions", label: phrases.opinions(), typed: `意见 ${compoundName}`, look: "default", subject },
});

/** 初评, or 推荐 in campaigns without scoring. */
function nextAction({ id: subject, compoundName }: Application, next: NextStep): Action[] {
  switch (next) {
    case "review":
      return [
        {
          id: "preliminary-review.start",
          label: phrases.startReview(),
          typed: `初评 ${compoundName}`,
          look: "primary",
          subject,
        },
      ];
    case "reviewed":
    case "recommendation":
      return [{ id: "recommendation.start", label: phrases.recommend(), typed: "推荐", look: "primary" }];
    case "published":
    case "nothing":
      return [];
  }
}

/** What a submitted case can be made of now; after 公布 only what is still accepted. */
export async function submittedActions(
  context: Context,
  { application, next, opinions }: { application: Application; next: NextStep; opinions: boolean },
): Promise<Action[]> {
  const { definition } = context.campaign;
  const { id: subject, compoundName: name } = application;
  const isAnswered = (await requirementSheets(context.tx, [subject])).has(subject);
  const isBlocked = consequenceOf("corrected", await stepOf(context, subject)).blocked.includes("change");
  const edit = {
    id: "application.edit",
    label: phrases.edit(),
    typed: `修改申报 ${name}`,
    look: "default",
    subject,
  } as const;
  return [
    ...nextAction(application, next),
    ...requirementsAction(context, application, { isAnswered, isOver: next === "published" }),
    ...(opinions ? [opinionsAction(application)] : []),
    seeCase({ id: subject, name }),
    ...(next === "published" ? [] : [another(definition)]),
    ...(isBlocked ? [] : [edit]),
    withdraw(application),
  ];
}
