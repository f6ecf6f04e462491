import { textView, type View } from "../../../platform/chat/view.ts";
import { mayMember } from "../../directory/member.ts";
import { districtScope } from "../../directory/scope.ts";
import type { PersonContext } from "../../engine/context.ts";
import { asksOfState } from "../../engine/dispatch/extension-points.ts";
import { extend, type Feature } from "../../engine/feature.ts";
import { readState } from "../../tasks/read-state.ts";
import { readSeen } from "../nudge/nudge.ts";
import { nudgeAction } from "../nudge/views.ts";
import { answerPhrases as phrases } from "./phrases.ts";
import { type WhoQuestion, whoQuestion } from "./rules.ts";
import { toldOf } from "./sentences.ts";

/** 几个区报了, 谁没报工作报告: for who sees all districts, in their direct chat, whatever is open. */
const asked = extend(asksOfState, async (_, { text, asker }) => {
  const { definition } = asker.campaign;
  if (asker.place !== "direct" || districtScope(definition, asker.person, "progress.see") !== "all") return undefined;
  const question = whoQuestion(definition, text);
  return question && whoView(asker, question);
});

async function whoView(context: PersonContext, question: WhoQuestion): Promise<View> {
  const told = toldOf(await readState(context), await readSeen(context), question);
  const names = told.map(({ name }) => name);
  if (told.length === 0) return textView(phrases.title([]), phrases.nothing());
  const mayNudge = mayMember(context.campaign.definition, context.person, "reminder.send");
  const [open] = told.filter(({ isOpen }) => isOpen);
  return {
    title: phrases.title(names),
    tone: "running",
    body: [
      { kind: "heading", text: phrases.heading() },
      ...told.map(({ sentences }) => ({ kind: "text" as const, text: sentences.join("") })),
    ],
    actions: [
      ...(open && mayNudge ? [nudgeAction({ subject: open.deliverable, name: open.name })] : []),
      { id: "progress.see", label: phrases.progress(), typed: "进度", look: "default" },
    ],
  };
}

/** What the organizer answers when a superior asks. */
export const answerFeature: Feature = { extensions: [asked] };
