import { fileDownloadResponseSchema } from "dingtalk-payloads";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { phrases } from "../phrases.ts";
import { type Api, ApiRefusedError } from "./call.ts";

/**
 * Exchanges the download code of a received file for a short-lived URL.
 * @throws RefusalError when the code is invalid or expired
 */
export async function downloadUrl(api: Api, body: { downloadCode: string; robotCode: string }): Promise<string> {
  try {
    const answer = await api.call(
      { gateway: "api", method: "POST", api: "/v1.0/robot/messageFiles/download", body },
      fileDownloadResponseSchema,
    );
    return answer.downloadUrl;
  } catch (error) {
    if (error instanceof ApiRefusedError) throw new RefusalError("chat.file-expired", phrases.fileUnavailable);
    throw error;
  }
}
