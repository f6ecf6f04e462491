import type { Definition } from "../definition/definition.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { UsualWords } from "../engine/command-listing.ts";

/** What people write most when a case was returned. */
export function usualInCorrection(definition: Definition): readonly UsualWords[] {
  const { caseName } = nounsOf(definition);
  return [
    { said: [`补正说明 ${caseName} 2 经核对无误`], read: "第2项无须修改的，写明理由" },
    { said: [`补正延期 ${caseName} 10月12日 正在补拍`], read: "不能按期完成的，写明日期和理由" },
  ];
}
