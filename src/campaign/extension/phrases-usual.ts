import type { Definition } from "../definition/definition.ts";
import { deliverableFor } from "../definition/purposes.ts";
import type { UsualWords } from "../engine/command-listing.ts";

/** What people write most when they ask for more time. */
export function usualInAsking(definition: Definition): readonly UsualWords[] {
  const { name } = deliverableFor(definition, "list") ?? deliverableFor(definition, "report") ?? {};
  if (name === undefined) return [];
  return [
    { said: [`申请延期 ${name} 10月11日 正在盖章`], read: "依次写明事项、日期、理由" },
    { said: [`申请延期 ${name}想延到10月11日，因为正在盖章`], read: "也可按平常的说法" },
  ];
}
