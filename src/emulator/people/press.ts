import { z } from "zod";
import { type CallbackResult, callBack } from "../card-delivery/call-back.ts";
import type { CardReader } from "../card-delivery/read-card.ts";
import { conflict, notFound } from "../control/control-error.ts";
import { controlRoute } from "../control/control-route.ts";
import type { Parts } from "../parts.ts";
import { findCard } from "./find-card.ts";
import { requireUser } from "./require.ts";
import { userParams } from "./say.ts";
import { walkNodes } from "./walk-nodes.ts";

export const callbackReply = z.object({ accepted: z.boolean(), toast: z.string().optional(), version: z.number() });

export const pressRoute = (parts: Parts, cards: CardReader) =>
  controlRoute({
    method: "POST",
    path: "/users/:userId/press",
    summary: "A person presses a button of a card; answers after the app did, or after `cardAnswerMs`.",
    params: userParams,
    body: z.object({
      outTrackId: z.string(),
      actionId: z.string(),
      inputs: z.record(z.string(), z.unknown()).default({}),
      version: z.int().positive().optional(),
    }),
    reply: callbackReply,
    run: ({ params, body }) => press(parts, cards, { ...params, ...body }),
  });

interface Press {
  userId: string;
  outTrackId: string;
  actionId: string;
  /** Values of the card's single inputs, by local variable. */
  inputs: Record<string, unknown>;
  version?: number | undefined;
}

function press(parts: Parts, cards: CardReader, request: Press): Promise<CallbackResult> {
  const { userId, outTrackId, actionId, inputs } = request;
  requireUser(parts, userId);
  const { card, app, conversationId } = findCard(parts, userId, outTrackId);
  const nodes = cards.nodesAt(card, { userId, version: request.version ?? card.version, locals: inputs });
  if (nodes === undefined) throw notFound("versionUnknown", `卡片 ${outTrackId} 没有版本 ${request.version}`);
  const buttons = walkNodes(nodes).filter((node) => node.kind === "button");
  const button = buttons.find((one) => one.actionId === actionId);
  if (button === undefined) throw notFound("actionUnknown", `卡片 ${outTrackId} 上没有按钮 ${actionId}`);
  if (button.disabled) throw conflict("actionDisabled", `按钮 ${button.label} 不可点`);
  if (button.url !== undefined) throw conflict("actionOpensLink", `按钮 ${button.label} 打开链接，请用 follow`);
  return callBack(parts, app, { outTrackId, userId, conversationId, actionIds: [actionId], params: button.params });
}
