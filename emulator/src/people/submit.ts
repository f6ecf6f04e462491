import { z } from "zod";
import { callBack } from "../card-delivery/call-back.ts";
import type { CardReader } from "../card-delivery/read-card.ts";
import type { Clock } from "../clock/emulated-clock.ts";
import type { CardForm, CardNode } from "../contract/card.ts";
import { conflict, notFound } from "../control-api/control-error.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Warnings } from "../instruments/warnings.ts";
import type { Conversations } from "../world/conversations.ts";
import type { MessageStore } from "../world/messages.ts";
import type { World } from "../world/world.ts";
import { fillForm } from "./fill-form.ts";
import { findCard } from "./find-card.ts";
import { callbackReply } from "./press.ts";
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

const bodySchema = z.object({
  outTrackId: z.string(),
  formId: z.string().optional(),
  values: z.record(z.string(), z.unknown()),
  version: z.int().positive().optional(),
});

export const submitRoute = (deps: Deps, cards: CardReader) =>
  controlRoute({
    method: "POST",
    path: "/users/:userId/submit",
    summary: "A person fills a card's form and submits it; required fields are checked as the client does.",
    params: userParams,
    body: bodySchema,
    reply: callbackReply.extend({ missing: z.array(z.string()) }),
    run: ({ params, body }) => submit(deps, cards, { ...params, ...body }),
  });

type Submission = z.output<typeof bodySchema> & { userId: string };

async function submit(deps: Deps, cards: CardReader, request: Submission) {
  const { userId, outTrackId } = request;
  requireUser(deps, userId);
  const { card, app, conversationId } = findCard(deps, userId, outTrackId);
  const nodes = cards.nodesAt(card, { userId, version: request.version ?? card.version });
  if (nodes === undefined) throw notFound("versionUnknown", `卡片 ${outTrackId} 没有版本 ${request.version}`);
  const form = findForm(nodes, request.formId);
  const { values, missing } = fillForm(form, request.values);
  if (missing.length > 0) return { accepted: false, ...toastFor(form, missing), missing, version: card.version };
  const { result } = await callBack(deps, app, {
    outTrackId,
    userId,
    conversationId,
    actionIds: [form.formId],
    params: { ...form.params, form: values },
  });
  return { ...result, missing: [] };
}

function findForm(nodes: readonly CardNode[], formId: string | undefined): CardForm {
  const forms = walkNodes(nodes).filter((node) => node.kind === "form");
  const form = formId === undefined ? forms[0] : forms.find((one) => one.formId === formId);
  if (form === undefined) throw notFound("formUnknown", `卡片上没有表单 ${formId ?? ""}`);
  if (form.disabled) throw conflict("formDisabled", "表单不可提交");
  return form;
}

function toastFor(form: CardForm, missing: readonly string[]): { toast?: string } {
  const first = form.fields.find(({ name }) => name === missing[0]);
  return first?.requiredMsg === undefined ? {} : { toast: first.requiredMsg };
}
