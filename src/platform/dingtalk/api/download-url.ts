import { fileDownloadResponseSchema } from "dingtalk-payloads";
import { Refusal } from "../../../shared/refusal.ts";
import { phrases } from "../phrases.ts";
import { type Api, ApiRefused } from "./call.ts";

/**
 * Exchanges the code of a received file for a short-lived address.
 * @throws Refusal when the code is wrong or has expired
 */
export async function downloadUrl(api: Api, body: { downloadCode: string; robotCode: string }): Promise<string> {
  try {
    const answer = await api.call(
      { gateway: "api", method: "POST", api: "/v1.0/robot/messageFiles/download", body },
      fileDownloadResponseSchema,
    );
    return answer.downloadUrl;
  } catch (error) {
    if (error instanceof ApiRefused) throw new Refusal("chat.file-expired", phrases.fileUnavailable);
    throw error;
  }
}
