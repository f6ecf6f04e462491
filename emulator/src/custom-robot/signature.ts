import { createHmac, timingSafeEqual } from "node:crypto";

const HOUR_MS = 60 * 60 * 1_000;

/** Why a custom robot's request is refused; undefined: signed with its secret less than an hour ago. */
export function signatureFault(
  { timestamp, sign }: { timestamp: string; sign: string },
  secret: string,
  now: number,
): "invalid timestamp" | "sign not match" | undefined {
  const at = Number(timestamp);
  if (timestamp === "" || !Number.isFinite(at) || Math.abs(now - at) > HOUR_MS) return "invalid timestamp";
  const expected = createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest();
  const given = Buffer.from(sign, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? undefined : "sign not match";
}
