import { type Action, type Block, textView, type View } from "../../platform/chat/view.ts";
import type { Draft } from "../../platform/conversation/drafts.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { districtsOn } from "../definition/districts.ts";
import { momentWords } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { countOf } from "../receipt/count-words.ts";
import { type AttachedFile, broadcastMessage, type Message } from "./broadcast.ts";
import { messageOf } from "./drafts.ts";
import { kindsOf } from "./kinds.ts";
import { broadcastPhrases as phrases } from "./phrases.ts";
import { receiversOf, recipientsWords } from "./recipients.ts";
import { mayNudge, unreadOf } from "./sent/nudge.ts";
import { sentPhrases } from "./sent/phrases.ts";
import { type Broadcast, filesOf, sentAs, textOf } from "./store.ts";
import { writeView } from "./write-view.ts";

/** What receivers get. */
export const noticeView = (
  { campaign }: Pick<Context, "campaign">,
  {
    text,
    sender,
    broadcast,
    files,
  }: { text: string; sender: string; broadcast: Broadcast; files: readonly AttachedFile[] },
): View => ({
  title: phrases.messageTitle(campaign.definition.campaign.name),
  tone: "running",
  ...(broadcast.correctedAt ? { status: phrases.correctedStatus() } : {}),
  body: [
    contentOf(text),
    ...(files.length > 0 ? [{ kind: "text" as const, text: phrases.filesBelow(files.map(({ name }) => name)) }] : []),
  ],
  actions: [],
  footnote: phrases.from(sender, campaign.definition.campaign.contact),
});

/** The text as receivers get it. */
export const contentOf = (text: string): Block => ({ kind: "text", text, links: true });

/** Preview with receivers and actions, as each kind of them sees it. */
export async function previewView(context: Context, message: Message, id: string): Promise<View> {
  const { asked, at, files, corrects } = message;
  const [confirm, word] = asked
    ? ["broadcast.confirm-anyway", phrases.confirmAnyway()]
    : ["broadcast.confirm", corrects === undefined ? phrases.confirm() : phrases.confirmCorrection()];
  return {
    title: corrects === undefined ? phrases.previewTitle() : phrases.correctionTitle(),
    tone: "near",
    status: phrases.previewStatus(),
    body: [
      ...(asked ? [{ kind: "text" as const, text: phrases.askAgain(new Date(asked.at), asked.quiet) }] : []),
      {
        kind: "facts",
        facts: [
          { label: phrases.receiversLabel(), value: await receiversWords(context, message) },
          ...(at === undefined ? [] : [{ label: phrases.timeLabel(), value: momentWords(new Date(at)) }]),
          ...(files.length > 0
            ? [{ label: phrases.filesLabel(), value: files.map(({ name }) => name).join("、") }]
            : []),
        ],
      },
      ...(await kindsOf(context, message)),
    ],
    actions: [
      { ...button(confirm ?? "", word ?? "", id), look: "primary" },
      ...(corrects === undefined
        ? [
            message.audience === "group"
              ? button("broadcast.to-officials", phrases.toOfficials(), id)
              : button("broadcast.to-group", phrases.toGroup(), id),
          ]
        : []),
      button("broadcast.drop", phrases.drop(), id),
    ],
    footnote: corrects === undefined ? phrases.previewFootnote() : phrases.correctionFootnote(),
  };
}

const button = (action: string, label: string, id: string): Action => ({
  ...{ id: action, label, typed: label, look: "default", subject: id },
});

/** 12名经办人的单聊，每人1条，共12条消息（6个地区） */
async function receiversWords(context: Context, message: Message): Promise<string> {
  const { campaign, now } = context;
  if (message.corrects !== undefined) {
    const before = await sentAs(context.tx, message.corrects);
    return phrases.asBefore(before?.receivers ?? 0, 1 + message.files.length);
  }
  try {
    const people = (await receiversOf(context, message)).length;
    const districts = districtsOn(campaign.definition, dayOf(now)).length;
    return phrases.receivers(campaign.definition, message.audience, {
      ...{ people, districts, apiece: 1 + message.files.length },
      ...{ who: recipientsWords(context, message), isLater: message.at !== undefined },
    });
  } catch (error) {
    if (error instanceof RefusalError) return error.message;
    throw error;
  }
}

export const droppedView = (): View => textView(phrases.droppedTitle(), phrases.dropped(), { tone: "closed" });

/** The writer's card: form, preview, and sent message. */
export async function messageCardView(context: Context, draft: Draft): Promise<View> {
  const message = messageOf(draft);
  if (draft.state === "done") return doneView(context, draft.id, message);
  if (draft.state === "dropped") {
    const rest = { tone: "closed", status: phrases.replacedStatus() } as const;
    return textView(phrases.cardTitle(), phrases.dropped(), rest);
  }
  return message.text === undefined ? writeView(context, draft.id) : previewView(context, message, draft.id);
}

async function doneView(context: Context, id: string, { corrects }: Message): Promise<View> {
  const broadcast = await sentAs(context.tx, id);
  if (broadcast) return sentView(context, broadcast);
  const before = corrects === undefined ? undefined : await sentAs(context.tx, corrects);
  const text = sentPhrases.corrected(before?.receivers ?? 0);
  return textView(phrases.cardTitle(), text, { tone: "done", status: phrases.correctedStatus() });
}

async function sentView(context: Context, broadcast: Broadcast): Promise<View> {
  const { id, number, state, to, sentAt, dueAt, receivers, undelivered } = broadcast;
  const files = await filesOf(context, broadcast);
  const text = await textOf(context, broadcast.text);
  const count = sentAt ? await countOf(context, broadcastMessage(id)) : undefined;
  const isOpen = state === "waiting" || state === "sent" || state === "message";
  const facts = [
    ...(number === undefined ? [] : [{ label: phrases.numberLabel(), value: phrases.number(number) }]),
    { label: phrases.receiversLabel(), value: recipientsWords(context, to) },
    { label: phrases.sentTime(), value: momentWords(sentAt ?? dueAt ?? context.now) },
    ...(files.length > 0 ? [{ label: phrases.filesLabel(), value: files.map(({ name }) => name).join("、") }] : []),
    ...(count ? [count] : []),
    ...(undelivered > 0 ? [{ label: phrases.undeliveredLabel(), value: phrases.chats(undelivered) }] : []),
  ];
  return {
    title: phrases.cardTitle(),
    tone: isOpen ? (state === "waiting" ? "running" : "done") : "closed",
    status: broadcast.correctedAt && state === "sent" ? phrases.correctedStatus() : sentPhrases.state(state),
    body: [
      { kind: "facts", facts },
      ...(sentAt ? [{ kind: "text" as const, text: phrases.sent(receivers) }] : []),
      ...(text === undefined ? [] : [{ kind: "quote" as const, text }]),
    ],
    actions: await sentActions(context, broadcast),
  };
}

async function sentActions(context: Context, broadcast: Broadcast): Promise<Action[]> {
  const { id, state, number = 0 } = broadcast;
  const named = (action: string, label: string): Action => ({
    ...button(action, label, id),
    typed: `${label} ${number}`,
  });
  const recall = named("broadcast.recall", sentPhrases.recallWord());
  if (state === "waiting") return [recall];
  if (state !== "sent") return [];
  const { isAsked, unread } = await unreadOf(context, broadcast);
  return [
    ...(isAsked && unread.length > 0 && mayNudge(broadcast) ? [named("broadcast.nudge", sentPhrases.nudgeWord())] : []),
    named("broadcast.correct", sentPhrases.correctWord()),
    ...(context.cards.interactive ? [recall] : []),
  ];
}
