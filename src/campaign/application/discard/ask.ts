import { textView, type View } from "../../../platform/chat/view.ts";
import type { PersonContext } from "../../engine/context.ts";
import { cancelAction } from "../../engine/dispatch/disarm.ts";
import { nameOf } from "../colleagues.ts";
import type { ApplicationDraft } from "../draft.ts";
import { caseName } from "../take-up.ts";
import { wordsOf } from "../words.ts";
import { askDiscard } from "./asked.ts";
import { discardPhrases as phrases } from "./phrases.ts";

/** Says what would be lost, and waits for 确认删除申报表. */
export async function ask(context: PersonContext, form: ApplicationDraft): Promise<View> {
  await askDiscard(context, form);
  const [name, said] = [caseName(context, form) || phrases.unnamed(), wordsOf(context.campaign.definition)];
  const others = [...new Set([form.draft.startedBy, ...Object.keys(form.work.people)])]
    .filter((one) => one !== context.person.staffId)
    .map((one) => nameOf(context.people, one));
  const done = Object.keys(form.state.answers).length;
  const typed = phrases.confirmTyped(name);
  return textView(phrases.title(said), phrases.asks(name, { ...said, done, others }), {
    actions: [{ id: "", label: phrases.confirm(), typed, look: "default" }, cancelAction(phrases.keep())],
  });
}

/** 我改主意了不报了: what would be lost is shown first; a change of a submitted form is ended by 取消. */
export async function giveUp(context: PersonContext, form: ApplicationDraft): Promise<View> {
  const words = wordsOf(context.campaign.definition);
  return form.draft.subject === undefined ? ask(context, form) : textView(phrases.title(words), phrases.none(words));
}
