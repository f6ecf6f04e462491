import type { Log } from "../../shared/log.ts";
import type { AskReaders } from "../chat/ports.ts";
import { DeliveryError } from "../chat/ports.ts";
import { type Api, ApiRefusedError } from "./api/call.ts";
import { readBy, readInGroupBy } from "./api/read-status.ts";

/** Asks who has read a message. The platform knows it for 24 hours; what it refuses to say stays unknown. */
export const makeAskReaders =
  ({ api, robotCode, log }: { api: Api; robotCode: string; log: Log }): AskReaders =>
  async ({ chat, receipt }) => {
    try {
      return chat.kind === "direct"
        ? await readBy(api, { robotCode, receipt })
        : await readInGroupBy(api, { robotCode, receipt, group: chat.group });
    } catch (error) {
      if (!(error instanceof ApiRefusedError) && !(error instanceof DeliveryError)) throw error;
      log.warn({ reason: error.message }, "the platform did not say who has read a message");
      return undefined;
    }
  };
