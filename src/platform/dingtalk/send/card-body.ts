import type { CreateAndDeliverRequest } from "dingtalk-payloads";
import type { OutboundCard } from "../../chat/ports.ts";
import { toCardParams } from "../render/index.ts";

export interface CardSettings {
  robotCode: string;
  /** `<uuid>.schema` of the imported template. */
  templateId: string;
  /** Destination of presses: the stream, or the URL registered under this key. */
  callback: { type: "STREAM" } | { type: "HTTP"; routeKey: string };
}

/** Request to create a card in its chat. Cards cannot be forwarded: their content is for this chat only. */
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
