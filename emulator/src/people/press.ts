import { z } from "zod";
import { addressOf, findPress, localsAfter, localValue, requestOf, saidAtOnce } from "../card/index.ts";
import { type CallbackResult, callBack } from "../card-delivery/call-back.ts";
import type { CardReader } from "../card-delivery/read-card.ts";
import type { Clock } from "../clock/emulated-clock.ts";
import type { CardNode, CardStep } from "../contract/card.ts";
import { conflict, notFound } from "../control-api/control-error.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Warnings } from "../instruments/warnings.ts";
import type { Conversations } from "../world/conversations.ts";
import type { MessageStore } from "../world/messages.ts";
import type { World } from "../world/world.ts";
import { findCard } from "./find-card.ts";
import { requireUser } from "./require.ts";
import { userParams } from "./say.ts";
import { walkNodes } from "./walk-nodes.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  conversations: Conversations;
  clock: Clock;
  deliveries: Deliveries;
  warnings: Warnings;
}

export const callbackReply = z.object({ accepted: z.boolean(), toast: z.string().optional(), version: z.number() });

const bodySchema = z.object({
  outTrackId: z.string(),
  actionId: z.string(),
  inputs: z.record(z.string(), z.unknown()).default({}),
  version: z.int().positive().optional(),
});

export const pressRoute = (deps: Deps, cards: CardReader) =>
  controlRoute({
    method: "POST",
    path: "/users/:userId/press",
    summary: "A person presses a button of a card; replies after the app answered, or after `cardAnswerMs`.",
    params: userParams,
    body: bodySchema,
    reply: callbackReply,
    run: async ({ params, body }) => (await press(deps, cards, { ...params, ...body })).result,
  });

/** The same for the page, which performs the client's next steps. */
export const pagePressRoute = (deps: Deps, cards: CardReader) =>
  controlRoute({
    method: "POST",
    path: "/page/users/:userId/press",
    summary: "A press, with the client's next steps.",
    params: userParams,
    body: bodySchema,
    run: async ({ params, body }) => {
      const { result, next } = await press(deps, cards, { ...params, ...body });
      return { ...result, next };
    },
  });

interface Press {
  userId: string;
  outTrackId: string;
  actionId: string;
  /** Values of the card's own variables and single inputs, by name. */
  inputs: Record<string, unknown>;
  version?: number | undefined;
}

/** The result of a press, and the client's steps after the answer. */
interface PressOutcome {
  result: CallbackResult;
  next: CardStep[];
}

async function press(deps: Deps, cards: CardReader, request: Press): Promise<PressOutcome> {
  const { userId, outTrackId, actionId } = request;
  requireUser(deps, userId);
  const { card, app, conversationId } = findCard(deps, userId, outTrackId);
  const version = request.version ?? card.version;
  const drawn = (locals: Locals) => cards.nodesAt(card, { userId, version, locals });
  const plain = drawn(request.inputs);
  if (plain === undefined) throw notFound("versionUnknown", `卡片 ${outTrackId} 没有版本 ${version}`);
  const locals = encodeInputs(plain, request.inputs);
  const nodes = drawn(locals) ?? plain;
  const call = callOf(nodes, { actionId, outTrackId, locals });
  if (call.kind === "none")
    return { result: { accepted: true, ...toastOf(call.said), version: card.version }, next: [] };
  const { result, answer } = await callBack(deps, app, {
    outTrackId,
    userId,
    conversationId,
    actionIds: [call.actionId],
    params: call.params,
  });
  const next = cards.after(card, { userId, actionId, locals: call.locals, answer });
  const { accepted, version: after } = result;
  const unanswered = accepted ? undefined : result.toast;
  return { result: { accepted, ...toastOf(saidAtOnce(next) ?? unanswered ?? call.said), version: after }, next };
}

type Locals = Record<string, unknown>;

const toastOf = (toast: string | undefined): { toast?: string } => (toast === undefined ? {} : { toast });

type Call =
  | { kind: "call"; actionId: string; params: Record<string, unknown>; locals: Locals; said: string | undefined }
  /** The press changes only local variables of the client. */
  | { kind: "none"; said: string | undefined };

interface PressTarget {
  outTrackId: string;
  actionId: string;
  locals: Locals;
}

function callOf(nodes: readonly CardNode[], { outTrackId, actionId, locals }: PressTarget): Call {
  const button = findPress(nodes, actionId);
  if (button === undefined) return changeOf(nodes, { outTrackId, actionId, locals });
  if (button.disabled) throw conflict("actionDisabled", `按钮 ${button.label} 不可点`);
  const said = saidAtOnce(button.steps);
  const request = requestOf(button.steps);
  if (request !== undefined) return { ...request, kind: "call", locals: localsAfter(locals, button.steps), said };
  if (addressOf(button.steps) !== undefined)
    throw conflict("actionOpensLink", `按钮 ${button.label} 打开链接，请用 follow`);
  return { kind: "none", said };
}

/** An input that calls back on each change sends its value under its id. */
function changeOf(nodes: readonly CardNode[], { outTrackId, actionId, locals }: PressTarget): Call {
  const input = walkNodes(nodes).find((node) => node.kind === "input" && node.sends?.actionId === actionId);
  if (input?.kind !== "input" || input.sends === undefined)
    throw notFound("actionUnknown", `卡片 ${outTrackId} 上没有按钮 ${actionId}`);
  if (input.input.readOnly === true) throw conflict("actionDisabled", `${input.label || actionId} 不可更改`);
  const value = input.input.type === "CHECKBOX" ? {} : { [actionId]: locals[input.local] ?? "" };
  return { kind: "call", actionId, params: { ...input.sends.params, ...value }, locals, said: undefined };
}

/** Values as the client stores them, given by an option's value or label. */
function encodeInputs(nodes: readonly CardNode[], inputs: Locals): Locals {
  const values = { ...inputs };
  for (const node of walkNodes(nodes)) {
    if (node.kind === "input" && node.key === undefined && node.local in values)
      values[node.local] = localValue(node.input, values[node.local]);
  }
  return values;
}
