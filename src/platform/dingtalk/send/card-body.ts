import type { CreateAndDeliverRequest } from "dingtalk-payloads";
import type { OutboundCard } from "../../chat/ports.ts";
import { toCardParams } from "../render/index.ts";

export interface CardSettings {
  robotCode: string;
  /** `<uuid>.schema`, of the template an administrator imported. */
  templateId: string;
  /** Where presses go: the stream, or the address registered under this key. */
  callback: { type: "STREAM" } | { type: "HTTP"; routeKey: string };
}

/** A card for the chat it belongs to. Cards are not forwarded: they show what only this chat may see. */
export function cardBody(
  settings: CardSettings,
  { cardId, chat, view, version }: OutboundCard,
): CreateAndDeliverRequest {
  const { robotCode, templateId, callback } = settings;
  const space = { supportForward: false, lastMessageI18n: { ZH_CN: view.title } };
  const card = {
    cardTemplateId: templateId,
    outTrackId: cardId,
    callbackType: callback.type,
    ...(callback.type === "HTTP" ? { callbackRouteKey: callback.routeKey } : {}),
    userIdType: 1,
    cardData: { cardParamMap: toCardParams(view, version) },
  };
  if (chat.kind === "group") {
    return {
      ...card,
      openSpaceId: `dtv1.card//IM_GROUP.${chat.group}`,
      imGroupOpenSpaceModel: space,
      imGroupOpenDeliverModel: { robotCode },
    };
  }
  return {
    ...card,
    openSpaceId: `dtv1.card//IM_ROBOT.${chat.person}`,
    imRobotOpenSpaceModel: space,
    imRobotOpenDeliverModel: { spaceType: "IM_ROBOT", robotCode },
  };
}
