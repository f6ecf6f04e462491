import { type CardCallbackBody, fromJson, readPress } from "dingtalk-payloads";
import { staffId } from "../../../shared/brand.ts";
import type { CardCallback } from "../../chat/ports.ts";
import { cleanText } from "./clean-text.ts";

const textParam = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? cleanText(String(value)) : "";

/** The version of the pressed card; 0 if it is missing or not a positive integer. */
function versionParam(value: unknown): number {
  const version = Number(textParam(value) || "0");
  return Number.isSafeInteger(version) && version > 0 ? version : 0;
}

/**
 * Parses a press. The parameters of our cards are `action`, `subject`, `v` and, for a submitted form, `form`. An
 * unreadable press yields an empty action rather than an error, so that the person gets a response.
 * @param deliveryId id of the frame or request
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

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Choices arrive as `{index, value}` and are reduced to their values. */
function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  if (isRecord(value)) return "value" in value ? plainValue(value.value) : value;
  return typeof value === "string" ? cleanText(value) : value;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/**
 * Values of a submitted form by field name, without empty fields. Clients send an empty field as null, as an empty
 * string or not at all.
 */
function readForm(form: unknown): Record<string, unknown> | undefined {
  if (!isRecord(form)) return undefined;
  const values = Object.entries(form).map(([name, value]) => [cleanText(name), plainValue(value)] as const);
  return Object.fromEntries(values.filter(([, value]) => !isEmpty(value)));
}
