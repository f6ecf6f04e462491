import type { RobotMessageBody } from "dingtalk-payloads";
import type { Chat, ChatGateway, DeliveryOutcome } from "../chat/ports.ts";
import { type Api, ApiRefusedError } from "./api/call.ts";
import { deliverCard } from "./api/deliver-card.ts";
import { downloadUrl } from "./api/download-url.ts";
import { type FileRules, fetchFile } from "./api/fetch-file.ts";
import { directBody, sendDirect } from "./api/send-direct.ts";
import { groupBody, sendGroup } from "./api/send-group.ts";
import { cardUpdate, updateCard } from "./api/update-card.ts";
import { CARD_VALUE_BYTES, formBytes, toCardParams } from "./render/index.ts";
import { type CardSettings, cardBody } from "./send/card-body.ts";
import { dingPerson } from "./send/ding-person.ts";
import { addPersonalTodo, endPersonalTodo } from "./send/personal-todo.ts";
import { sendFile } from "./send/send-file.ts";
import { sendView } from "./send/send-view.ts";
import { makeUploads } from "./send/uploads.ts";
import type { Usage } from "./usage.ts";

export interface GatewayDeps {
  api: Api;
  usage: Pick<Usage, "inChatOf">;
  robotCode: string;
  /** Without a template, views are sent as markdown. */
  card?: Omit<CardSettings, "robotCode">;
  files: FileRules;
}

/** Turns a permanent refusal into an outcome; other errors propagate. */
async function outcomeOf(work: Promise<DeliveryOutcome>): Promise<DeliveryOutcome> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ApiRefusedError) return { kind: "refused", reason: error.reason };
    throw error;
  }
}

export function makeDingTalkGateway({ api, usage, robotCode, card, files }: GatewayDeps): ChatGateway {
  function send(chat: Chat, message: RobotMessageBody): Promise<DeliveryOutcome> {
    return chat.kind === "direct"
      ? sendDirect(api, directBody(robotCode, chat.person, message))
      : sendGroup(api, groupBody(robotCode, chat.group, message));
  }

  const upload = makeUploads(api);

  /** What a direct chat takes counts as its person's. */
  const within = <Result>(chat: Chat, work: () => Promise<Result>): Promise<Result> =>
    chat.kind === "direct" ? usage.inChatOf(chat.person, work) : work();

  return {
    interactive: card !== undefined,
    formRoom: { limit: CARD_VALUE_BYTES, measure: (fields) => formBytes({ fields }) },
    sendCard: (outbound) =>
      within(outbound.chat, () =>
        card === undefined
          ? sendView((message) => outcomeOf(send(outbound.chat, message)), outbound)
          : outcomeOf(deliverCard(api, cardBody({ ...card, robotCode }, outbound))),
      ),
    updateCard: async ({ cardId, chat, view, version }) => {
      if (card === undefined) return { kind: "refused", reason: "noCardTemplate" };
      const update = () => updateCard(api, cardUpdate(cardId, toCardParams(view, version)));
      return within(chat, () => outcomeOf(update().then(() => ({ kind: "sent" }))));
    },
    sendView: (chat, view) => within(chat, () => sendView((message) => outcomeOf(send(chat, message)), { chat, view })),
    sendFile: (chat, file) =>
      within(chat, () => outcomeOf(sendFile(upload, file, (message) => outcomeOf(send(chat, message))))),
    addTodo: (person, todo) => outcomeOf(addPersonalTodo(api, person, todo)),
    endTodo: (person, receipt) => outcomeOf(endPersonalTodo(api, person, receipt)),
    sendDing: (person, text) => outcomeOf(dingPerson(api, { robotCode, person, text })),
    download: ({ downloadCode }, chat) =>
      within(chat, async () => fetchFile(await downloadUrl(api, { downloadCode, robotCode }), files)),
  };
}
