import type { Verification } from "./verify.ts";

type Broken = NonNullable<Verification["broken"]>;

const reasons = {
  changed: "记录或封存被改动",
  missing: "记录已缺失",
  gap: "此前的封存有缺号",
} as const satisfies Record<Broken["why"], string>;

export const journalPhrases = {
  sound: ({ sealed, unsealed }: Verification) => `操作留痕 ${sealed} 条已封存，${unsealed} 条待封存，链条完整。`,
  broken: ({ sealed }: Verification, { number, entryId, why }: Broken) =>
    `操作留痕的链条在第 ${number} 条封存处断开（记录编号 ${entryId}）：${reasons[why]}。此前 ${sealed} 条完整。`,
  replayEqual: () => "按操作留痕重放，结果与数据库一致。",
  replayDiffers: (tables: readonly string[]) =>
    `按操作留痕重放，结果与数据库不一致，有差异的表：${tables.join("、")}。`,
  olderDatabase: (tables: readonly string[]) =>
    `数据库早于本版本程序（没有表 ${tables.join("、")}），未作重放。请先用本版本启动一次，再行核验。`,
  noDatabase: (folder: string) =>
    `数据目录 ${folder} 中没有数据库，未作核验。请用 DATA_DIR 指定数据目录，或用 DATABASE_URL 指定数据库。`,
  usage: () => "用法：npm run journal -- verify",
};
