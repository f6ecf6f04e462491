import { textView, type View } from "../../../platform/chat/view.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { dueWordsOf } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import { whyNot } from "../../extension/ask.ts";
import type { Extended } from "../../extension/extension.ts";
import { deadlineFor } from "../../extension/rules.ts";
import { namesOf } from "../../extension/views.ts";
import { taskActions } from "../../tasks/actions.ts";
import { reachOfDistricts } from "../../tasks/reach.ts";
import { readState } from "../../tasks/read-state.ts";
import { owed } from "../../tasks/rules.ts";
import { supervisionPhrases as phrases } from "./phrases.ts";

/** What 督办 says, with what is to be done; over once it is in. @param sentAt lateness is told as of then */
export async function supervisedView(context: Context, of: Extended, sentAt: Date): Promise<View> {
  const { campaign, now } = context;
  const { definition } = campaign;
  const names = namesOf(context, of);
  const closed = await whyNot(context, of, { isAsked: true });
  if (closed) return textView(phrases.title(names), closed.sentence, { tone: "done", status: phrases.done() });
  const state = await readState(context, reachOfDistricts(definition, [of.district]));
  const own = owed(state, now).filter(
    ({ about, waitsFor }) =>
      waitsFor === undefined && about.deliverable === of.deliverable && about.district === of.district,
  );
  const { name, phone } = definition.campaign.contact;
  return {
    title: phrases.title(names),
    tone: "overdue",
    status: phrases.status(),
    body: [{ kind: "text", text: supervisedText(context, of, sentAt) }],
    actions: taskActions(state, own),
    footnote: phrases.contact(name, phone),
  };
}

function supervisedText(context: Context, of: Extended, sentAt: Date): string {
  const { definition, calendar } = context.campaign;
  const deadline = deadlineFor(context, of);
  const late = calendar.workingDaysFrom(dayOf(deadline.lateFrom), dayOf(sentAt));
  return phrases.text(namesOf(context, of), dueWordsOf(definition, deadline), late, nounsOf(definition));
}

/** The same in words alone, where nothing can be pressed. */
export function dingText(context: Context, of: Extended, sentAt: Date): string {
  const { name, phone } = context.campaign.definition.campaign.contact;
  const head = phrases.title(namesOf(context, of));
  return phrases.ding(head, supervisedText(context, of, sentAt), phrases.contact(name, phone));
}
