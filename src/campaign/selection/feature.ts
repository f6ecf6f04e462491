import type { View } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { caseStep } from "../application/extension-points.ts";
import { followSteps } from "../application/withdrawal/follow-steps.ts";
import { decisionsMade } from "../authority/extension-points.ts";
import { districtScope } from "../directory/scope.ts";
import { acceptanceOver, campaignReopened, listSettled } from "../engine/acceptance.ts";
import type { PersonContext } from "../engine/context.ts";
import { type Command, extend, type Feature, type Listener, on } from "../engine/feature.ts";
import { recusalChanged, teamChanged } from "../evaluation-team/events.ts";
import { isKeptFrom } from "../ranking/held-back.ts";
import { listConfirmed } from "../recommendation/events.ts";
import { listStep } from "../recommendation/extension-points.ts";
import { followListedCases, followPublication } from "../recommendation/withdrawal.ts";
import { referenceListApplied } from "../reference-list/events.ts";
import { rulingsChanged } from "../ruling/events.ts";
import { sheetEvents } from "../scoring/events.ts";
import { assignmentsChanged } from "../site-visit/events.ts";
import { cityFiguresChanged } from "../verification/events.ts";
import { journalLook } from "../verification/journal-look.ts";
import { isSettled } from "./after-publication.ts";
import { decisionCommands, decisionDialogues, decisionRenderers } from "./decision-commands.ts";
import { draftDialogue } from "./dialogue.ts";
import { choiceBegun, draftCommands, draftRenderer } from "./draft-commands.ts";
import { selectionChanged, selectionPublished } from "./events.ts";
import { noticeRenderer } from "./notice.ts";
import { selectionPhrases, selectionRefusals } from "./phrases.ts";
import { registrable } from "./register.ts";
import { judgeAgain } from "./reopen.ts";
import { stepsIn } from "./rules.ts";
import { selectionEffects, selectionEffectsFollow } from "./ruling-effects.ts";
import { makeStatement } from "./statement-command.ts";
import { hasPublished, latestSelection, selectionTable } from "./store.ts";
import { approvalRenderer, selectionView } from "./views.ts";

const see: Command = {
  id: "selection.see",
  words: ["查看择优", "择优情况"],
  capability: "verification.see",
  effect: "read",
  help: { example: "查看择优", purpose: "查看择优结果和理由", step: "selection" },
  onlyIn: "direct",
  handle: async (context) => ({ reply: await selectionNow(context) }),
};

async function selectionNow(context: PersonContext): Promise<View> {
  if (districtScope(context.campaign.definition, context.person, "verification.see") !== "all") {
    throw new RefusalError("selection.may-not-see", selectionRefusals.notAllowedToSee());
  }
  const latest = await latestSelection(context.tx, context.campaign.id);
  if (!latest) throw new RefusalError("selection.none", selectionPhrases.nothing());
  await journalLook(context, "selection.seen");
  return selectionView(context, latest, { withMerit: !(await isKeptFrom(context, context.person)) });
}

/** What may change a case or a list after it was proposed or approved. */
const listeners: readonly Listener[] = [
  on(applicationSubmitted, judgeAgain),
  on(applicationWithdrawn, judgeAgain),
  ...sheetEvents.map((type) => on(type, judgeAgain)),
  on(listConfirmed, judgeAgain),
  on(rulingsChanged, judgeAgain),
  // The city's figures, and whose they are: what ranks the cases.
  on(cityFiguresChanged, judgeAgain),
  on(recusalChanged, judgeAgain),
  on(assignmentsChanged, judgeAgain),
  on(teamChanged, judgeAgain),
  on(referenceListApplied, judgeAgain),
  // An objection may have been upheld while the campaign was closed.
  on(campaignReopened, judgeAgain),
  selectionEffectsFollow,
  on(selectionChanged, followSteps),
  on(selectionChanged, followListedCases),
  on(selectionPublished, followPublication),
];

/** 择优 and its approval. */
export const selectionFeature: Feature = {
  tables: [selectionTable],
  commands: [...draftCommands, ...decisionCommands, see, makeStatement],
  renderers: [draftRenderer, approvalRenderer, noticeRenderer, ...decisionRenderers],
  dialogues: [draftDialogue, ...decisionDialogues],
  listeners,
  extensions: [
    choiceBegun,
    extend(caseStep, async ({ tx, campaign }) => stepsIn(await latestSelection(tx, campaign.id))),
    extend(listStep, async ({ tx, campaign }) => ((await hasPublished(tx, campaign.id)) ? "published" : undefined)),
    extend(decisionsMade, registrable),
    extend(listSettled, async (context) => ((await isSettled(context)) ? true : undefined)),
    extend(acceptanceOver, async ({ tx, campaign }) => ((await hasPublished(tx, campaign.id)) ? true : undefined)),
    ...selectionEffects,
  ],
  enforces: ["numberSelected", "reserves"],
  // Nothing that leads to a place on the list is accepted after it.
  foresees: hasPublished,
};
