import { z } from "zod";
import { callBack } from "../card-delivery/call-back.ts";
import type { CardReader } from "../card-delivery/read-card.ts";
import type { CardForm, CardNode } from "../contract/card.ts";
import { conflict, notFound } from "../control-api/control-error.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Parts } from "../parts.ts";
import { fillForm } from "./fill-form.ts";
import { findCard } from "./find-card.ts";
import { callbackReply } from "./press.ts";
import { requireUser } from "./require.ts";
import { userParams } from "./say.ts";
import { walkNodes } from "./walk-nodes.ts";

const bodySchema = z.object({
  outTrackId: z.string(),
  formId: z.string().optional(),
  values: z.record(z.string(), z.unknown()),
  version: z.int().positive().optional(),
});

export const submitRoute = (parts: Parts, cards: CardReader) =>
  controlRoute({
    method: "POST",
    path: "/users/:userId/submit",
    summary: "A person fills a card's form and submits it; required fields are checked as the client does.",
    params: userParams,
    body: bodySchema,
    reply: callbackReply.extend({ missing: z.array(z.string()) }),
    run: ({ params, body }) => submit(parts, cards, { ...params, ...body }),
  });

type Submission = z.output<typeof bodySchema> & { userId: string };

async function submit(parts: Parts, cards: CardReader, request: Submission) {
  const { userId, outTrackId } = request;
  requireUser(parts, userId);
  const { card, app, conversationId } = findCard(parts, userId, outTrackId);
  const nodes = cards.nodesAt(card, { userId, version: request.version ?? card.version });
  if (nodes === undefined) throw notFound("versionUnknown", `卡片 ${outTrackId} 没有版本 ${request.version}`);
  const form = findForm(nodes, request.formId);
  const { values, missing } = fillForm(form, request.values);
  if (missing.length > 0) return { accepted: false, ...toastFor(form, missing), missing, version: card.version };
  const { result } = await callBack(parts, app, {
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
