import { Refusal } from "../../shared/refusal.ts";
import type { Asked, Command, Feature, PersonTurn } from "../engine/feature.ts";
import { reachOf } from "../ranking/rules.ts";
import { type Decision, decideSelection } from "./decide.ts";
import { entryCommands, entryFace, entryTalk } from "./entry-commands.ts";
import { approvalPhrases as phrases, selectionPhrases, selectionRefusals } from "./phrases.ts";
import type { OnSelectionChanged } from "./propose.ts";
import { latestSelection } from "./store.ts";
import { APPROVE, approvalFace, DECLINE, noticeFace, selectionView } from "./views.ts";
import { requireDirect } from "./who.ts";

const decide = (verdict: Decision["verdict"], then: OnSelectionChanged): Command => {
  const approved = verdict === "approved";
  const label = approved ? phrases.approveLabel() : phrases.declineLabel();
  return {
    id: approved ? APPROVE : DECLINE,
    words: [label],
    capability: "selection.approve",
    effect: "change",
    example: label,
    purpose: approved ? "批准报来的市级名单" : "不批准报来的市级名单",
    stages: ["verification", "conclusion"],
    onlyIn: "direct",
    async run(turn, asked) {
      requireDirect(turn);
      const { version, reason } = askedFor(asked);
      const pressed = asked.by === "press" ? { pressed: asked.card.id } : {};
      const given = reason === "" ? {} : { reason };
      const selection = await decideSelection(turn, { verdict, version, ...given, ...pressed });
      await then(turn);
      const said = approved ? phrases.approvedToast(selection.version) : phrases.declinedToast(selection.version);
      if (asked.by === "words") {
        await turn.reply({ title: label, tone: "done", body: [{ kind: "text", text: said }], actions: [] });
      }
      return { changed: true, toast: said };
    },
  };
};

/** 批准 2, 批准第2版, 不批准 2 理由 … */
function askedFor(asked: Asked): { version: number | undefined; reason: string } {
  const words = asked.by === "press" ? asked.subject : asked.verbatim;
  const [, number, reason = ""] = /^(?:第?\s*(\d{1,4})\s*版?)?\s*(.*)$/su.exec(words) ?? [];
  return { version: number === undefined ? undefined : Number(number), reason: reason.trim() };
}

const see: Command = {
  id: "selection.see",
  words: ["查看择优", "择优情况"],
  capability: "verification.see",
  effect: "look",
  example: "查看择优",
  purpose: "查看择优结果和理由",
  stages: ["verification", "conclusion"],
  onlyIn: "direct",
  async run(turn) {
    requireDirect(turn);
    await turn.reply(await selectionNow(turn));
    return {};
  },
};

async function selectionNow(turn: PersonTurn) {
  if (reachOf(turn.campaign.definition, turn.person, "verification.see") !== "all") {
    throw new Refusal("selection.may-not-see", selectionRefusals.notAllowedToSee());
  }
  const latest = await latestSelection(turn.tx, turn.campaign.id);
  if (!latest) throw new Refusal("selection.none", selectionPhrases.nothing());
  return selectionView(turn, latest);
}

/** 择优 and its approval. */
export const selectionFeature = (then: OnSelectionChanged): Feature => ({
  commands: [...entryCommands(then), decide("approved", then), decide("declined", then), see],
  faces: [entryFace, approvalFace, noticeFace],
  talks: [entryTalk(then)],
});
