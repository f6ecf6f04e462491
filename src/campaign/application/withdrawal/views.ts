import { type Action, type Block, textView, type View } from "../../../platform/chat/view.ts";
import { type CivilDate, dayOf } from "../../../shared/civil-date.ts";
import { districtName } from "../../definition/districts.ts";
import { rulingDeciding } from "../../definition/purposes.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { isAcceptanceOver } from "../../engine/acceptance.ts";
import type { Context } from "../../engine/context.ts";
import { cancelAction } from "../../engine/dispatch/disarm.ts";
import type { Application } from "../application.ts";
import { type CaseStep, consequenceOf } from "../consequences.ts";
import { caseAffected, stepOf } from "../extension-points.ts";
import { seeCase } from "../see-case.ts";
import { withdrawalPhrases as phrases, type WithdrawalWords } from "./phrases.ts";
import { isRestorable, restorableUntil } from "./rules.ts";

export const CONFIRM = "application.confirm-withdrawal";
export const RESTORE = "application.restore";

const wordsOf = ({ campaign: { definition } }: Context): WithdrawalWords => ({
  ...nounsOf(definition),
  replacement: rulingDeciding(definition, "reserves")?.id,
});

const text = (words: string): Block => ({ kind: "text", text: words });

/**
 * Before: what a withdrawal affects, with its button. After: until when it can be taken back.
 * @param isAsked false after 取消, and after 恢复
 */
export async function withdrawalView(context: Context, application: Application, isAsked: boolean): Promise<View> {
  const { compoundName: name, id, state } = application;
  if (state === "withdrawn") return withdrawnView(context, application);
  if (!isAsked) {
    const status = phrases.kept();
    return textView(phrases.title(name), phrases.stands(name), { tone: "closed", status });
  }
  const step = await stepOf(context, id);
  const isLeftOut = step !== "published" && (await isAcceptanceOver(context));
  const words = wordsOf(context);
  const affected = (await context.contributions(caseAffected, { caseId: id })).flat();
  const confirm: Action = {
    ...{ id: CONFIRM, label: phrases.confirm(), typed: phrases.confirmTyped(name) },
    ...{ look: "primary", subject: id },
  };
  return {
    title: phrases.title(name),
    tone: "near",
    status: phrases.toConfirm(),
    body: [
      text(phrases.standing(name)),
      {
        kind: "list",
        items: [
          isLeftOut ? phrases.afterList(words) : phrases.affects[step](words),
          ...affected,
          ...(state === "excluded" ? [phrases.excluded()] : []),
          ...toldLine(context, step),
          phrases.undo(name, restorableUntil(context.campaign.definition, dayOf(context.now))),
        ],
      },
    ],
    actions: [confirm, cancelAction(phrases.keep()), seeCase({ id, name })],
  };
}

function toldLine(context: Context, step: CaseStep): string[] {
  const { organizer, approver } = nounsOf(context.campaign.definition);
  const names = { organizer, approver, districtOfficer: "" };
  const who = consequenceOf("withdrawn", step).told.map((role) => names[role]);
  return who.length === 0 ? [] : [phrases.told(who)];
}

function withdrawnView({ campaign: { definition }, now }: Context, application: Application): View {
  const { compoundName: name, withdrawnAt } = application;
  const until = withdrawnAt ? restorableUntil(definition, dayOf(withdrawnAt)) : undefined;
  const restore = restoreAction(definition, application, now);
  return {
    title: phrases.title(name),
    tone: "closed",
    status: phrases.withdrawn(),
    body: [text(phrases.withdrawnLead()), text(restore.length > 0 ? phrases.undo(name, until) : phrases.lapsed(until))],
    actions: [...restore, seeCase({ id: application.id, name })],
  };
}

/** 恢复申报, while it is possible. */
export const restoreAction = (
  definition: Context["campaign"]["definition"],
  { id, compoundName, state, withdrawnAt }: Application,
  now: Date,
): Action[] =>
  state === "withdrawn" && withdrawnAt !== null && isRestorable(definition, withdrawnAt, now)
    ? [
        {
          ...{ id: RESTORE, label: phrases.restore(), typed: phrases.restoreTyped(compoundName) },
          ...{ look: "default", subject: id },
        },
      ]
    : [];

/** For the city, at once. */
export function toldWithdrawn(
  context: Context,
  { district, compoundName: name }: Application,
  { step, by, until }: { step: CaseStep; by: string; until: CivilDate | undefined },
): View {
  const sentences = [
    phrases.toldWithdrawn(by, name),
    phrases.toldAffects[step](wordsOf(context)),
    phrases.toldUndo(until),
  ];
  const title = phrases.toldWithdrawnTitle(districtName(context.campaign.definition, district), name);
  return textView(title, sentences.join(""), { tone: "near" });
}

export function toldRestored(
  { campaign: { definition } }: Context,
  { district, compoundName: name }: Application,
): View {
  return textView(phrases.toldRestoredTitle(districtName(definition, district), name), phrases.toldRestored(name));
}
