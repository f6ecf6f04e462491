import { stageWindow } from "../../definition/definition.ts";
import { stagesWith } from "../../definition/purposes.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import type { Context } from "../../engine/context.ts";

/** When 核验 is by the plan: （核查推荐阶段，9月21日至10月14日）; empty without such a stage. */
export function verificationWords({ campaign: { definition } }: Pick<Context, "campaign">): string {
  const [stage] = stagesWith(definition, "verification");
  if (!stage) return "";
  const { from, to } = stageWindow(definition, stage);
  return `（${stage.name}阶段，${dayWordsIn(definition, from)}至${dayWordsIn(definition, to)}）`;
}
