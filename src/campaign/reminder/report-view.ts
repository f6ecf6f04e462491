import type { Block, Tone, View } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { stageById, stageOpening } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import { districtName } from "../definition/districts.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import { sourceWords } from "../definition/source-words.ts";
import { dayWordsIn, duePhraseOf, dueWordsOf } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { askAction } from "../extension/views.ts";
import { isSoftOver, type Nearness, nearnessOf } from "../stage/rules.ts";
import { workReportPhrases } from "../work-report/phrases.ts";
import { deadlineOfReport, reportAsked } from "../work-report/rules.ts";
import { reportPart } from "../work-report/views.ts";
import { reminderPhrases } from "./phrases.ts";

/** The report is in. */
export function receivedView(context: Context, district: string): View {
  const { name } = reportAsked(context.campaign.definition);
  const place = districtName(context.campaign.definition, district);
  return {
    title: reminderPhrases.receivedTitle(name, place),
    tone: "done",
    status: reminderPhrases.received(),
    body: [{ kind: "text", text: reminderPhrases.receivedText(place, name) }],
    actions: [],
    footnote: footnoteOf(context),
  };
}

const TONES = { far: "running", near: "near", lastDay: "near", over: "overdue" } as const satisfies Record<
  Nearness["kind"],
  Tone
>;

/** The only thing that is owed is the report: it can be handed in on the card. */
export function missingView(context: Context, district: string, level: "remind" | "urge" = "remind"): View {
  const { campaign, rulings, now } = context;
  const { name } = reportAsked(campaign.definition);
  const deadline = deadlineOfReport(campaign, rulings, district);
  const by = duePhraseOf(campaign.definition, deadline);
  const today = dayOf(now);
  const near = nearnessOf(campaign.calendar, today, deadline.statedOn);
  const { actions, form } = reportPart(context, district, { isIn: false });
  const place = districtName(context.campaign.definition, district);
  return {
    title: reminderPhrases.title(name, by, level),
    tone: TONES[near.kind],
    status: reminderPhrases.status(near),
    body: [
      {
        kind: "text",
        text: reminderPhrases.missing(place, {
          name,
          by: dueWordsOf(campaign.definition, deadline),
          deadline,
          near,
          isSoftOver: isSoftOver(deadline, today),
        }),
      },
      ...beforeStage(context),
    ],
    actions: [
      ...actions,
      ...(near.kind === "over" ? [] : [askAction({ deliverable: deadline.deliverable, district }, name)]),
    ],
    ...(form ? { form } : {}),
    footnote: footnoteOf(context),
  };
}

/** Until the report's stage opens, what comes is asked about once more. */
function beforeStage({ campaign, now }: Context): Block[] {
  const { definition } = campaign;
  const stage = stageById(definition, reportAsked(definition).stage);
  if (now >= stageOpening(deadlineContext(campaign), stage)) return [];
  const from = dayWordsIn(definition, stageWindow(definition, stage).from);
  return [{ kind: "text", text: workReportPhrases.askedBefore(from) }];
}

function footnoteOf({ campaign }: Context): string {
  const { line, rulings } = reportAsked(campaign.definition);
  return reminderPhrases.footnote(sourceWords(campaign.definition, line), rulings);
}
