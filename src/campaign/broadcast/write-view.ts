import { type Action, textView, type View } from "../../platform/chat/view.ts";
import type { Context } from "../engine/context.ts";
import { isOwed } from "../stage/rules.ts";
import { broadcastPhrases as phrases } from "./phrases.ts";

/** Subject of the button that opens the form; without it, the bot asks for the text. */
export const FORM = "form";

/** Button on the organizers' cards. */
export const broadcastAction: Action = {
  id: "broadcast.write",
  label: phrases.word(),
  typed: phrases.word(),
  look: "default",
  subject: FORM,
};

/** Value of the choice of those who owe a deliverable: this and its id. */
export const OWING = "owing:";

/** The form in which a message is written. */
export function writeView({ campaign }: Context, id: string): View {
  const owed = campaign.definition.campaign.deliverables.filter(isOwed);
  const options = [
    ...(["group", "officials", "unread"] as const).map((one) => ({ value: one, text: phrases.audience(one) })),
    ...owed.map((one) => ({ value: `${OWING}${one.id}`, text: phrases.owing([one.name]) })),
  ];
  return textView(phrases.writeTitle(), phrases.writeText(), {
    form: {
      id: "broadcast",
      action: "broadcast.preview",
      subject: id,
      submitLabel: phrases.preview(),
      fields: [
        { name: "text", label: phrases.field(), kind: "textArea", required: true },
        { name: "audience", label: phrases.audienceField(), kind: "select", required: true, value: "group", options },
        { name: "who", label: phrases.whoField(), kind: "text", required: false },
        { name: "at", label: phrases.atField(), kind: "text", required: false },
      ],
    },
  });
}
