import { textView, type View } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { caseStepChanged } from "../application/events.ts";
import { districtScope } from "../directory/scope.ts";
import type { PersonContext } from "../engine/context.ts";
import { type Command, type CommandRequest, type Feature, on } from "../engine/feature.ts";
import { type Decision, decideSelection } from "./decide.ts";
import { draftDialogue } from "./dialogue.ts";
import { draftCommands, draftRenderer } from "./draft-commands.ts";
import { selectionChanged } from "./events.ts";
import { approvalPhrases as phrases, selectionPhrases, selectionRefusals } from "./phrases.ts";
import { latestSelection, selectionTable } from "./store.ts";
import { APPROVE, approvalRenderer, DECLINE, noticeRenderer, selectionView } from "./views.ts";
import { wordsOf } from "./words.ts";

const decide = (verdict: Decision["verdict"]): Command => {
  const approved = verdict === "approved";
  const label = approved ? phrases.approveLabel() : phrases.declineLabel();
  return {
    id: approved ? APPROVE : DECLINE,
    words: [label],
    capability: "selection.approve",
    effect: "write",
    help: {
      example: label,
      purpose: (definition) => phrases.purpose(approved, wordsOf(definition)),
      step: "selection",
    },
    onlyIn: "direct",
    async handle(context, request) {
      const { version } = await decideSelection(context, { verdict, ...readDecision(request) });
      const words = wordsOf(context.campaign.definition);
      const said = approved ? phrases.approvedToast(version, words) : phrases.declinedToast(version, words);
      return { reply: textView(label, said, { tone: "done" }), toast: said, changed: true };
    },
  };
};

/** Parses 批准 2, 批准第2版, 不批准 2 理由 …. After a press, the subject is the version. */
function readDecision({ subject, verbatim }: CommandRequest): Pick<Decision, "version" | "reason"> {
  const [, number, reason = ""] = /^(?:第?\s*(\d{1,4})\s*版?)?\s*(.*)$/su.exec(subject ?? verbatim) ?? [];
  const version = number === undefined ? undefined : Number(number);
  return reason.trim() === "" ? { version } : { version, reason: reason.trim() };
}

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
  return selectionView(context, latest);
}

/** 择优 and its approval. */
export const selectionFeature: Feature = {
  tables: [selectionTable],
  commands: [...draftCommands, decide("approved"), decide("declined"), see],
  renderers: [draftRenderer, approvalRenderer, noticeRenderer],
  dialogues: [draftDialogue],
  enforces: ["numberSelected"],
  listeners: [on(selectionChanged, async (context) => context.emit(caseStepChanged, {}))],
};
