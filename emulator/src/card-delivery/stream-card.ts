import { z } from "zod";
import { type CardTemplate, parseTemplate, type TemplateNode } from "../card/index.ts";
import type { Clock } from "../clock/emulated-clock.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { platformCall } from "../platform/call.ts";
import { refuseOrWarn } from "../platform/refuse-or-warn.ts";
import type { MessageStore } from "../world/messages.ts";
import type { CardRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { addCardVersion, findVersion } from "./card-versions.ts";
import { refusal } from "./require-card.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  clock: Clock;
  warnings: Warnings;
}

const MAX_BYTES_PER_CALL = 1_024;
const MAX_TOTAL_BYTES = 3 * 1_024;
/** Calls recognised by their `guid`. */
const MAX_GUIDS = 50;

const streamSchema = z.object({
  outTrackId: z.string().default(""),
  guid: z.string().default(""),
  key: z.string().default(""),
  content: z.string().optional(),
  isFull: z.boolean().default(false),
  isFinalize: z.boolean().default(false),
  isError: z.boolean().default(false),
});

type Streaming = z.output<typeof streamSchema>;

/** Appends a chunk of streamed text. No documented variable controls the state that the client shows. */
export const streamCard = (deps: Deps) =>
  platformCall({
    method: "PUT",
    path: "/v1.0/card/streaming",
    gateway: "api",
    auth: "token",
    counted: true,
    body: streamSchema,
    run: ({ body }) => {
      const card = checkStreaming(deps, body);
      if (card.guids?.includes(body.guid) !== true) append(deps, card, body);
      return DONE;
    },
  });

const DONE = { success: true, result: true };

/** @throws PlatformError */
function checkStreaming(
  deps: Pick<Deps, "world" | "warnings">,
  { outTrackId, guid, key, content }: Streaming,
): CardRecord {
  if (key === "") throw refusal("param.stream.keyEmpty", "param.stream.keyEmpty");
  if (content === undefined) throw refusal("param.stream.contentEmpty", "param.stream.contentEmpty");
  // An official example and well-known programs start with an empty text, so only a missing one is refused.
  if (guid === "") throw refusal("param.stream.guidEmpty", "param.stream.guidEmpty");
  const card = deps.world.cards.get(outTrackId);
  if (card === undefined) throw refusal("param.stream.outTrackId", "card is not exist");
  if (Buffer.byteLength(content) > MAX_BYTES_PER_CALL) {
    const error = refusal("param.stream.content", "content is too large");
    refuseOrWarn(deps, error, `流式更新的内容一次超过 ${MAX_BYTES_PER_CALL} 字节`);
  }
  return card;
}

function append(deps: Deps, card: CardRecord, update: Streaming): void {
  const { guid, key, content = "", isFull } = update;
  const template = parseTemplate(deps.world.templates.get(card.templateId)?.export);
  checkVariable(deps, template, { key, isFull });
  const before = findVersion(deps.world, card.outTrackId, card.version)?.data[key] ?? "";
  const text = isFull ? content : before + content;
  if (Buffer.byteLength(text) > MAX_TOTAL_BYTES) {
    deps.warnings.add("card.streamTooLong", `流式更新的内容合计超过建议的 ${MAX_TOTAL_BYTES} 字节`);
  }
  const guids = [...(card.guids ?? []), guid].slice(-MAX_GUIDS);
  const change = { cause: "updated", data: { [key]: text }, dataByKey: true, privateByKey: true } as const;
  addCardVersion(deps, { ...card, guids }, change);
}

/** Whether other kinds of cards are refused, and with which error, is not documented. */
function checkVariable(
  deps: Pick<Deps, "world" | "warnings">,
  template: CardTemplate,
  { key, isFull }: { key: string; isFull: boolean },
): void {
  const type = template.types.get(key);
  if (type === undefined) {
    refuseOrWarn(deps, refusal("param.invalid", `no variable ${key}`), `卡片模板没有变量 ${key}`);
  }
  if (type === "markdown" && !isFull) {
    throw refusal("param.stream.isFull", "isFull must be true for markdown");
  }
  if (!template.root.some(hasAiPart)) {
    deps.warnings.add("card.notForStreaming", "流式更新只用于 AI 卡片模板，此模板不是");
  }
}

const hasAiPart = ({ componentName, children }: TemplateNode): boolean =>
  componentName.startsWith("AICard") || children.some(hasAiPart);
