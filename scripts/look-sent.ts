import { basename } from "node:path";
import { type EmulatorClient, emulatorClient } from "dingtalk-emulator/client/client.ts";
import JSZip from "jszip";
import { casesOf } from "../demo/cases.ts";
import { personWith, shaoxing } from "../demo/demonstration.ts";
import type { Role } from "../src/campaign/definition/schema/roles.ts";

/** A document, workbook or picture that the bot has sent. */
export interface SentFile {
  name: string;
  bytes: Buffer;
}

/** What is asked for, and by whom: together every document and workbook of a campaign that was played to its end. */
const asked = (district: string, caseName: string): readonly (readonly [role: Role, words: readonly string[]])[] => [
  [
    "organizer",
    [
      "评选工作组通知",
      "核验通知",
      "预演",
      "导出 征求意见函",
      "公示文本",
      "公布文本",
      "向省推荐报告",
      "活动总结",
      "评审底稿",
      "择优说明",
      ...["附件4", "附件4 Word", "排名", "进度", "口径", "阅读情况", "人员名单", "回执"].map((what) => `导出 ${what}`),
      `导出 推荐函 ${district}`,
      `导出 附件2 ${caseName}`,
      `导出留痕 ${caseName}`,
    ],
  ],
  [
    "districtOfficer",
    [
      ...["附件3", "申报表", "初评表", "推荐表", "要求表 空白", "要求表 Word 空白"].map((what) => `导出 ${what}`),
      `告知单 ${caseName}`,
      `材料包 ${caseName}`,
    ],
  ],
  ["teamMember", ["导出 核验表", `现场核验记录表 ${caseName}`]],
];

/**
 * Asks a running program for every document, and collects all files that anybody was ever sent, the newest of each name.
 * @param url of the emulator that `npm start` runs
 */
export async function sentFiles(url: string, say: (line: string) => void): Promise<SentFile[]> {
  const client = emulatorClient(url, { idleMs: 120_000 });
  const { definition, roster } = shaoxing();
  const [one] = casesOf(definition);
  if (!one) throw new Error("the demonstration has cases");
  const districtName = definition.campaign.districts.find(({ id }) => id === one.district)?.name ?? "";
  for (const [role, words] of asked(districtName, one.name)) {
    const person = personWith(roster, role, role === "districtOfficer" ? one.district : undefined);
    for (const text of person ? words : []) {
      const answers = await client.as(person?.id ?? "").says(text);
      const files = answers.flatMap(({ file }) => (file ? [file.fileName] : []));
      say(`${text}：${files.join("、") || "—"}`);
    }
  }
  return collected(client);
}

async function collected(client: EmulatorClient): Promise<SentFile[]> {
  const { users } = await client.state();
  const newest = new Map<string, string>();
  for (const { userId } of users)
    for (const { file } of await client.as(userId).messages()) if (file) newest.set(file.fileName, file.fileId);
  const found: SentFile[] = [];
  for (const [name, id] of newest) {
    if (!/\.(?:docx|xlsx|png|zip)$/u.test(name)) continue;
    const reply = await fetch(`${client.url}/_emulator/files/${id}`);
    const bytes = Buffer.from(await reply.arrayBuffer());
    found.push(...(name.endsWith(".zip") ? await documentsIn(bytes) : [{ name, bytes }]));
  }
  return found;
}

async function documentsIn(zip: Buffer): Promise<SentFile[]> {
  const { files } = await JSZip.loadAsync(zip);
  const documents = Object.values(files).filter(({ name }) => /\.(?:docx|xlsx)$/u.test(name));
  return Promise.all(
    documents.map(async (one) => ({ name: basename(one.name), bytes: await one.async("nodebuffer") })),
  );
}
