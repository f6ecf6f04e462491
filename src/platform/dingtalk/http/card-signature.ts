import { createHmac } from "node:crypto";
import { equalText } from "./equal-text.ts";

export interface CardSignature {
  /** Header `x-ddpaas-signature-timestamp`; its unit is not documented, so its age is not checked. */
  timestamp: string;
  /** Header `x-ddpaas-signature`. */
  signature: string;
}

/** base64(HMAC-SHA256(apiSecret, timestamp)). */
export const signCard = (timestamp: string, apiSecret: string): string =>
  createHmac("sha256", apiSecret).update(timestamp).digest("base64");

export const isCardSignature = ({ timestamp, signature }: CardSignature, apiSecret: string): boolean =>
  timestamp !== "" && equalText(signature, signCard(timestamp, apiSecret));
