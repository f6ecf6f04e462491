import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { asPart, packed, partsOf, textOf } from "../../src/platform/documents/word/package-parts.ts";
import { connect } from "./database.ts";
import { copyFolder, edit, SHAOXING_2023 } from "./folder.ts";
import { readAll } from "./reading.ts";
import { story } from "./story.ts";
import { startWorld, type World } from "./world.ts";

const BEIJING = "campaigns/beijing-2024";

const step = story();
let folder: string;
let world: World;

beforeAll(async () => {
  folder = await copyFolder();
  await edit(folder, "campaign.yaml", [["id: shaoxing-2023", "id: shaoxing-again"]]);
  await misspellTemplate();
  world = await startWorld({ environment: { CAMPAIGN: `${SHAOXING_2023},${folder},${BEIJING}` } });
});
afterAll(async () => {
  await world.end();
  await rm(dirname(folder), { recursive: true, force: true });
});

async function restart(): Promise<void> {
  const environment = { CAMPAIGN: `${SHAOXING_2023},${folder},${BEIJING}` };
  await world.stop();
  world = await startWorld({ dataDir: world.dataDir, environment });
  await world.idle();
}

async function misspellTemplate(): Promise<void> {
  const file = join(folder, "application-form.docx");
  const parts = partsOf(await readFile(file));
  const text = textOf(parts, "word/document.xml").replace("{{小区地址}}", "{{小区住址}}");
  await writeFile(file, packed({ ...parts, "word/document.xml": asPart(text) }, new Date("2000-01-01T00:00:00Z")));
}

const told = async (title: string): Promise<string[]> =>
  readAll(await world.as("administrator").messages()).filter((text) => text.startsWith(`### ${title}`));
const asks = async (text: string): Promise<string[]> => readAll(await world.as("maxiaohan").says(text));

describe("one bad campaign stops no other", () => {
  step(
    "a template with a place that nothing fills: told by name at the start and when the form is wanted",
    async () => {
      const fault = "模板application-form.docx中有无法填写的位置：{{小区住址}}（可能应为{{小区地址}}）";

      expect((await told("申报表模板有问题")).join("\n")).toContain(`${fault}，改正之前不能导出申报表`);
      expect((await asks("导出 附件3 空白 shaoxing-again")).join("\n")).toContain(`${fault}，未导出。`);
    },
  );

  step("a folder broken while its campaign runs: it goes on as pinned, and an administrator is told once", async () => {
    await edit(folder, "rubric.yaml", [["short: 联席会议", "short: 7"]]);
    await restart();
    await restart();

    const [only, ...others] = await told("活动目录有问题");
    expect(others).toEqual([]);
    expect(only).toContain(`活动目录 ${folder} 有1处问题，未予采用。`);
    expect(only).toContain("rubric.yaml:36  “short”应为文字。");
    expect((await asks("进度 shaoxing-again"))[0]).toContain("办理进度");
    expect((await asks("进度 shaoxing-2023"))[0]).toContain("办理进度");
  });

  step(
    "a pinned definition of a format that nobody knows: the others are served, and an administrator is told",
    async () => {
      const database = await connect(world);
      await database.query(
        `update definition_content set content = jsonb_set(content, '{campaign,format}', '99')
       where hash in (select hash from definition where campaign_id = 'beijing-2024')`,
      );
      await database.close();
      await restart();

      expect(await told("活动无法读取")).toHaveLength(1);
      expect((await told("活动无法读取"))[0]).toContain("活动 beijing-2024 正在执行的版本无法读取");
      expect((await asks("进度 shaoxing-2023"))[0]).toContain("办理进度");
    },
  );
});
