import { createHmac } from "node:crypto";
import { equalText } from "./equal-text.ts";

const MAX_AGE_MS = 60 * 60_000;

export interface RobotSignature {
  /** Milliseconds as text, header `timestamp`. */
  timestamp: string;
  /** Header `sign`. */
  sign: string;
}

/** base64(HMAC-SHA256(secret, `timestamp\nsecret`)); it does not cover the body. */
export const signRobot = (timestamp: string, appSecret: string): string =>
  createHmac("sha256", appSecret).update(`${timestamp}\n${appSecret}`).digest("base64");

/** @param now machine time in milliseconds; the timestamp may differ from it by one hour */
export function isRobotSignature({ timestamp, sign }: RobotSignature, appSecret: string, now: number): boolean {
  const sentAt = /^\d{1,16}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  return Math.abs(now - sentAt) <= MAX_AGE_MS && equalText(sign, signRobot(timestamp, appSecret));
}
