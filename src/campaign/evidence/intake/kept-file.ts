import type { PersonContext } from "../../engine/context.ts";
import { askWhatFor, keptFiles } from "../../engine/dispatch/offered-files.ts";
import { evidencePhrases as phrases } from "../phrases.ts";
import { burstsOf } from "./store.ts";

/** 刚才那个语音归到三杠六, 那份文件放3-5 */
const POINTS_AT =
  /(?:刚[才刚]|上面|前面|那[个份张段]|这[个份张段])[^，,。\n]{0,4}(?:语音|录音|文件|材料|图|照片|视频|表|PDF)[^，,。\n]{0,4}(?:归[入到]|放[在到进]?)/iu;

/** Whether the words are of a file that was sent before: 不要了归入证明材料吧. */
export const pointsAtFile = (text: string): boolean => text.includes(phrases.takeFile()) || POINTS_AT.test(text);

/** Of the file that waits for its use it is asked again, with what can be done. */
export async function asksOfKept(context: PersonContext, text: string): Promise<boolean> {
  if (!pointsAtFile(text)) return false;
  const owner = { campaignId: context.campaign.id, person: context.person.staffId };
  const [file] = await keptFiles(context);
  if (!file || (await burstsOf(context.tx, owner, ["collecting", "asking"])).length > 0) return false;
  await askWhatFor(context, file);
  return true;
}
