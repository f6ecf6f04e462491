import { fileIn, type Opened } from "./second-reader.ts";
import type { World } from "./world.ts";

/** Who asks, one person a role, and somebody outside. */
export const ASKERS = {
  活动联系人: "maxiaohan",
  审批领导: "approver",
  经办人: "keqiao-1",
  组长: "team-lead",
  成员: "team-1",
  系统管理员: "administrator",
  审计人员: "auditor",
  组织外: "outsider",
} as const;
export type Asker = keyof typeof ASKERS;

export const DISTRICTS = ["越城区", "柯桥区", "上虞区", "诸暨市", "嵊州市", "新昌县"];

/** Where it is asked for: the person's own chat, or a group. */
export interface Place {
  name: string;
  /** Left out: the direct chat. */
  group?: string;
  askers: readonly Asker[];
}

/** What becomes of each request, by `place　asker　file`. */
export type Seen = ReadonlyMap<string, string>;

/**
 * Who gets what on asking: 全市, 本地 or 汇总 (no district is named) for a workbook, by what stands in it; 文件 for any other
 * file; with 单聊 before it where a group was asked and the person got it alone; — for none.
 */
export async function whoSees(world: World, what: readonly string[], places: readonly Place[]): Promise<Seen> {
  const seen = new Map<string, string>();
  for (const { name, group, askers } of places) {
    for (const asker of askers) {
      for (const one of what)
        seen.set(`${name}　${asker}　${one}`, await cellOf(world, { asker, group, text: `导出 ${one}` }));
    }
  }
  return seen;
}

/** A line for each request that ever brings a file, with what it brings at each moment. */
export function tableOf(moments: readonly Seen[]): string[] {
  const asked = [...(moments[0]?.keys() ?? [])];
  return asked
    .map((one) => ({ one, cells: moments.map((seen) => seen.get(one) ?? "—") }))
    .filter(({ cells }) => cells.some((cell) => cell !== "—"))
    .map(({ one, cells }) => `${one}：${cells.join(" ")}`);
}

async function cellOf(
  world: World,
  { asker, group, text }: { asker: Asker; group: string | undefined; text: string },
): Promise<string> {
  const answers = await world.as(ASKERS[asker]).says(text, { in: group });
  const message = answers.find(({ file }) => file);
  if (!message) return "—";
  const isAlone = group !== undefined && message.conversationId !== group;
  return (isAlone ? "单聊" : "") + reachOf(await fileIn(world, message));
}

function reachOf({ name, texts }: Opened): string {
  if (!name.endsWith(".xlsx")) return "文件";
  const named = DISTRICTS.filter((district) => texts.some((text) => text.includes(district))).length;
  if (named === 0) return "汇总";
  return named === 1 ? "本地" : "全市";
}
