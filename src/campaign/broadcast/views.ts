import { type Action, type Block, textView, type View } from "../../platform/chat/view.ts";
import type { Draft } from "../../platform/conversation/drafts.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { districtsOn } from "../definition/districts.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { countOf } from "../receipt/count-words.ts";
import { audience as audiences, broadcastMessage, type Message } from "./broadcast.ts";
import { messageOf } from "./drafts.ts";
import { broadcastPhrases } from "./phrases.ts";
import { officialsAmong } from "./rules.ts";
import { sentAs } from "./store.ts";

/** Subject of the button that opens the form; without it, the bot asks for the text. */
export const FORM = "form";

/** Button on the organizers' cards. */
export const broadcastAction: Action = {
  id: "broadcast.write",
  label: broadcastPhrases.word(),
  typed: broadcastPhrases.word(),
  look: "default",
  subject: FORM,
};

/** The message sent to the receivers. */
export const messageView = ({ campaign, person }: PersonContext, text: string): View => ({
  title: broadcastPhrases.messageTitle(campaign.definition.campaign.name),
  tone: "running",
  body: [contentOf(text)],
  actions: [],
  footnote: broadcastPhrases.from(person.name, campaign.definition.campaign.contact),
});

/** The text as receivers get it. */
const contentOf = (text: string): Block => ({ kind: "text", text, links: true });

/** Preview with receivers and actions. */
export const previewView = (context: Context, { text = "", audience }: Message, id: string): View => ({
  title: broadcastPhrases.previewTitle(),
  tone: "near",
  status: broadcastPhrases.previewStatus(),
  body: [
    { kind: "facts", facts: [{ label: broadcastPhrases.receiversLabel(), value: receivers(context, audience) }] },
    { kind: "heading", text: broadcastPhrases.textHeading() },
    contentOf(text),
  ],
  actions: [
    button("broadcast.confirm", broadcastPhrases.confirm(), { look: "primary", id }),
    audience === "group"
      ? button("broadcast.to-officials", broadcastPhrases.toOfficials(), { look: "default", id })
      : button("broadcast.to-group", broadcastPhrases.toGroup(), { look: "default", id }),
    button("broadcast.drop", broadcastPhrases.drop(), { look: "default", id }),
  ],
  footnote: broadcastPhrases.previewFootnote(),
});

const button = (action: string, label: string, { look, id }: { look: Action["look"]; id: string }): Action => ({
  id: action,
  label,
  typed: label,
  look,
  subject: id,
});

const receivers = ({ campaign, people, now }: Context, audience: Message["audience"]): string =>
  broadcastPhrases.receivers(campaign.definition, audience, {
    people: officialsAmong(people).length,
    districts: districtsOn(campaign.definition, dayOf(now)).length,
  });

export const droppedView = (): View =>
  textView(broadcastPhrases.droppedTitle(), broadcastPhrases.dropped(), { tone: "closed" });

/** The writer's card: form, preview, and sent message. */
export async function messageCardView(context: Context, draft: Draft): Promise<View> {
  const message = messageOf(draft);
  if (draft.state === "done") return sentView(context, draft.id);
  if (draft.state === "dropped") {
    const rest = { tone: "closed", status: broadcastPhrases.replacedStatus() } as const;
    return textView(broadcastPhrases.cardTitle(), broadcastPhrases.dropped(), rest);
  }
  return message.text === undefined ? writeView(draft.id, message) : previewView(context, message, draft.id);
}

const writeView = (id: string, message: Message): View =>
  textView(broadcastPhrases.writeTitle(), broadcastPhrases.writeText(), {
    form: {
      id: "broadcast",
      action: "broadcast.preview",
      subject: id,
      submitLabel: broadcastPhrases.preview(),
      fields: [
        { name: "text", label: broadcastPhrases.field(), kind: "textArea", required: true },
        {
          name: "audience",
          label: broadcastPhrases.audienceField(),
          kind: "select",
          required: true,
          value: message.audience,
          options: audiences.options.map((one) => ({ value: one, text: broadcastPhrases.audience(one) })),
        },
      ],
    },
  });

async function sentView(context: Context, id: string): Promise<View> {
  const sent = await sentAs(context.tx, id);
  const ref = sent && isPersonalRef(sent.text) ? sent.text : undefined;
  const values = await context.personal.read([ref]);
  const text = ref && values.get(ref.personal);
  const count = await countOf(context, broadcastMessage(id));
  return {
    title: broadcastPhrases.cardTitle(),
    tone: "done",
    status: broadcastPhrases.sentStatus(),
    body: [
      ...(sent
        ? [
            {
              kind: "facts" as const,
              facts: [
                { label: broadcastPhrases.sentTime(), value: broadcastPhrases.sentAt(sent.sentAt) },
                ...(count ? [count] : []),
              ],
            },
            { kind: "text" as const, text: broadcastPhrases.sent(sent.receivers) },
          ]
        : []),
      ...(text === undefined ? [] : [{ kind: "quote" as const, text }]),
    ],
    actions: [],
  };
}
