import { createHmac } from "node:crypto";
import { equalText } from "./equal-text.ts";

const MAX_AGE_MS = 60 * 60_000;

export interface CardSignature {
  /** Header `x-ddpaas-signature-timestamp`; whether in milliseconds or seconds is not documented. */
  timestamp: string;
  /** Header `x-ddpaas-signature`. */
  signature: string;
}

/** base64(HMAC-SHA256(apiSecret, timestamp)). */
export const signCard = (timestamp: string, apiSecret: string): string =>
  createHmac("sha256", apiSecret).update(timestamp).digest("base64");

/** @param now machine time in milliseconds; the timestamp, in either unit, may differ from it by one hour */
export function isCardSignature({ timestamp, signature }: CardSignature, apiSecret: string, now: number): boolean {
  return Math.abs(now - sentAt(timestamp)) <= MAX_AGE_MS && equalText(signature, signCard(timestamp, apiSecret));
}

/** Seconds have ten digits, milliseconds thirteen, until the year 2286. */
function sentAt(timestamp: string): number {
  if (/^\d{10}$/.test(timestamp)) return Number(timestamp) * 1_000;
  return /^\d{13}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
}
