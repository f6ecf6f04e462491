import type { Action, View } from "../../platform/chat/view.ts";
import type { Draft } from "../../platform/conversation/drafts.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import type { PersonTurn, Turn } from "../engine/feature.ts";
import { audience as audiences, type Message } from "./broadcast.ts";
import { messageOf } from "./drafts.ts";
import { broadcastPhrases } from "./phrases.ts";
import { officialsOf } from "./rules.ts";
import { sentAs } from "./store.ts";

/** What the receivers read. */
export function messageView({ campaign, person }: PersonTurn, text: string): View {
  const { name, contact } = campaign.definition.campaign;
  return {
    ...broadcastPhrases.say(broadcastPhrases.messageTitle(name), text),
    footnote: broadcastPhrases.from(person.name, contact),
  };
}

/** The message as it would go out, to whom, and what can be done with it. */
export const previewView = (turn: Turn, { text = "", audience }: Message, id: string): View => ({
  title: broadcastPhrases.previewTitle(),
  tone: "near",
  status: broadcastPhrases.previewStatus(),
  body: [
    { kind: "facts", facts: [{ label: broadcastPhrases.receiversLabel(), value: receivers(turn, audience) }] },
    { kind: "text", text: broadcastPhrases.textHeading() },
    { kind: "text", text },
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

const receivers = ({ campaign: { definition } }: Turn, audience: Message["audience"]): string =>
  broadcastPhrases.receivers(audience, officialsOf(definition).length, definition.campaign.districts.length);

/** A message on its way, on the card of its writer. */
export async function messageCardView(turn: Turn, draft: Draft): Promise<View> {
  const message = messageOf(draft);
  if (draft.state === "done") return sentView(turn, draft.id);
  if (draft.state === "dropped") {
    const view = broadcastPhrases.say(broadcastPhrases.word(), broadcastPhrases.dropped(), "closed");
    return { ...view, status: broadcastPhrases.replacedStatus() };
  }
  return message.text === undefined ? writeView(draft.id, message) : previewView(turn, message, draft.id);
}

const writeView = (id: string, message: Message): View => ({
  ...broadcastPhrases.say(broadcastPhrases.writeTitle(), broadcastPhrases.writeText()),
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

async function sentView(turn: Turn, id: string): Promise<View> {
  const sent = await sentAs(turn.tx, id);
  const ref = sent && isPersonalRef(sent.text) ? sent.text : undefined;
  const values = await turn.personal.read(turn.tx, [ref]);
  const text = ref && values.get(ref.personal);
  return {
    title: broadcastPhrases.word(),
    tone: "done",
    status: broadcastPhrases.sentStatus(),
    body: [
      ...(sent
        ? [
            {
              kind: "facts" as const,
              facts: [{ label: broadcastPhrases.sentTime(), value: broadcastPhrases.sentAt(sent.sentAt) }],
            },
            { kind: "text" as const, text: broadcastPhrases.sent(sent.receivers) },
          ]
        : []),
      ...(text === undefined ? [] : [{ kind: "quote" as const, text }]),
    ],
    actions: [],
  };
}
