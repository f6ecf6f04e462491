import { type CardCallbackBody, fromJson, readPress } from "dingtalk-payloads";
import { staffId } from "../../../shared/brand.ts";
import type { CardCallback } from "../../chat/ports.ts";
import { cleanText } from "./clean-text.ts";
import { readForm } from "./read-form.ts";

const textParam = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? cleanText(String(value)) : "";

/** The card version the person saw; 0 when it is missing or no whole number. */
function versionParam(value: unknown): number {
  const version = Number(textParam(value) || "0");
  return Number.isSafeInteger(version) && version > 0 ? version : 0;
}

/**
 * A press on one of our cards: their parameters are `action`, `subject`, `v` and, when submitting, `form`. What cannot
 * be read gives an empty action, which the person is told about, not an error.
 * @param deliveryId id of the frame or request that brought it
 */
export function readCallback(data: CardCallbackBody, deliveryId: string): CardCallback {
  const params = readPress(data)?.params ?? {};
  const form = readForm(fromJson(params.form));
  return {
    kind: "callback",
    deliveryId,
    cardId: data.outTrackId,
    person: staffId(data.userId),
    action: textParam(params.action),
    subject: textParam(params.subject),
    version: versionParam(params.v),
    ...(form === undefined ? {} : { form }),
  };
}
