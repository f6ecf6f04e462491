import { z } from "zod";
import type { PressAnswer } from "../card/index.ts";
import type { Clock } from "../clock/emulated-clock.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { corpIdOf } from "../world/facts.ts";
import type { MessageStore } from "../world/messages.ts";
import type { App, CardRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { routeOf } from "./callback-route.ts";
import { addCardVersion } from "./card-versions.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  clock: Clock;
  deliveries: Deliveries;
  warnings: Warnings;
}

export interface CallbackRequest {
  outTrackId: string;
  userId: string;
  /** The chat in which the person sees the card. */
  conversationId: string;
  actionIds: string[];
  params: Record<string, unknown>;
}

export interface CallbackResult {
  /** Answered in time. */
  accepted: boolean;
  toast?: string;
  version: number;
}

export interface CallbackOutcome {
  result: CallbackResult;
  /** The values of the answer; undefined when none arrived in time. */
  answer: PressAnswer | undefined;
}

/** Card variable of an answer that the client shows as a toast; it is not stored. */
const TOAST = "toast";

const paramMap = z.object({ cardParamMap: z.record(z.string(), z.string()).optional() }).nullish();

const answerSchema = z.object({
  response: z
    .object({
      cardUpdateOptions: z
        .object({ updateCardDataByKey: z.boolean().optional(), updatePrivateDataByKey: z.boolean().optional() })
        .nullish(),
      cardData: paramMap,
      userPrivateData: paramMap,
    })
    .nullish(),
});

/** Shown by clients where the template has no message; the real wording is not confirmed. */
const FAILURE = "操作失败，请稍后重试";

/** Sends a press to the app and applies its answer if it arrives within `cardAnswerMs`. Sources: samples 40–45. */
export async function callBack(deps: Deps, app: App, request: CallbackRequest): Promise<CallbackOutcome> {
  const { outTrackId, userId } = request;
  const before = deps.world.cards.get(outTrackId);
  const route = before === undefined ? undefined : routeOf(deps.world, before);
  const answer = await deps.deliveries.cardCallback({
    app,
    userId,
    route,
    body: callbackBody(deps, request, route === undefined),
  });
  const card = deps.world.cards.get(outTrackId);
  const version = card?.version ?? 0;
  if (answer === undefined) {
    // No client shows a deleted card.
    const toast = card === undefined ? {} : { toast: FAILURE };
    return { result: { accepted: false, ...toast, version }, answer: undefined };
  }
  const values = readAnswer(deps, answer);
  const answered = {
    cardData: values?.cardData?.cardParamMap ?? {},
    cardPrivateData: values?.userPrivateData?.cardParamMap ?? {},
  };
  if (card === undefined || values === undefined) return { result: { accepted: true, version }, answer: answered };
  return { result: apply(deps, { card, userId, values }), answer: answered };
}

/**
 * Over HTTP only the documented fields are sent; the additional ones of a stream are reported by users. Sources:
 * samples 40, 45.
 */
function callbackBody({ world }: Pick<Deps, "world">, request: CallbackRequest, overStream: boolean) {
  const { outTrackId, userId, conversationId, actionIds, params } = request;
  const byUnion = world.cards.get(outTrackId)?.userIdType === 2;
  const shownId = byUnion ? (world.users.get(userId)?.unionId ?? userId) : userId;
  const content = JSON.stringify({ cardPrivateData: { actionIds, params } });
  const documented = { type: "actionCallback", outTrackId, corpId: corpIdOf(world), userId: shownId, content };
  if (!overStream) return documented;
  const userIdType = byUnion ? 2 : 1;
  return { ...documented, userIdType, spaceId: conversationId, spaceType: "IM", extension: "{}", value: content };
}

type AnswerValues = NonNullable<z.output<typeof answerSchema>["response"]>;

function readAnswer({ warnings }: Pick<Deps, "warnings">, answer: string): AnswerValues | undefined {
  try {
    return answerSchema.parse(JSON.parse(answer)).response ?? undefined;
  } catch {
    warnings.add("card.unreadableAnswer", "卡片回调的应答不符合格式，卡片未更新");
    return undefined;
  }
}

function apply(
  deps: Pick<Deps, "world" | "messages" | "clock">,
  { card, userId, values }: { card: CardRecord; userId: string; values: AnswerValues },
): CallbackResult {
  const { [TOAST]: publicToast, ...data } = values.cardData?.cardParamMap ?? {};
  const { [TOAST]: privateToast, ...own } = values.userPrivateData?.cardParamMap ?? {};
  const toast = [privateToast, publicToast].find((text) => text !== undefined && text !== "");
  const shownToast = toast === undefined ? {} : { toast };
  if (Object.keys(data).length + Object.keys(own).length === 0) {
    return { accepted: true, ...shownToast, version: card.version };
  }
  const changed = addCardVersion(deps, card, {
    cause: "callback",
    ...(Object.keys(data).length > 0 ? { data } : {}),
    ...(Object.keys(own).length > 0 ? { privateData: { [userId]: own } } : {}),
    dataByKey: values.cardUpdateOptions?.updateCardDataByKey ?? false,
    privateByKey: values.cardUpdateOptions?.updatePrivateDataByKey ?? false,
  });
  return { accepted: true, ...shownToast, version: changed.version };
}
