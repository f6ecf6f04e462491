import { loadDefinition } from "../src/campaign/definition/load.ts";
import { officialTemplates } from "../src/campaign/features.ts";
import { fieldsOf, layoutOf } from "../src/campaign/official-document/template.ts";
import { ownTemplate } from "../src/campaign/official-document/write.ts";
import { type MergeValue, mergeTemplate } from "../src/platform/documents/word/merge-template.ts";

const at = new Date("2023-10-20T09:00:00+08:00");
/** So long that lines and pages break, with characters that the usual fonts lack. */
const filler = (name: string): string =>
  `${name}的示意文字，用于查看版式，包括漷、堃、䶮、𬭎等字和2023年10月20日。`.repeat(2);
const REPEATED = 12;

/** Every official document with made-up words in all its fields, by the name of its file. */
export async function officialSamples(folder: string): Promise<{ name: string; bytes: Buffer }[]> {
  const definition = loadDefinition(folder);
  return Promise.all(
    officialTemplates.map(async (template) => {
      const { fields, lists } = fieldsOf(layoutOf(template, definition));
      const row = (cells: readonly string[], number: number) =>
        Object.fromEntries(cells.map((cell) => [cell, `${cell}${number}`]));
      const values: Record<string, MergeValue> = {
        ...Object.fromEntries(fields.map((name) => [name, filler(name)])),
        ...Object.fromEntries(
          Object.entries(lists).map(([name, cells]) => [
            name,
            Array.from({ length: REPEATED }, (_, number) =>
              cells.length === 0 ? filler(name) : row(cells, number + 1),
            ) as MergeValue,
          ]),
        ),
        标题: `关于${definition.campaign.name}\n${template.name}的示意`,
        ...{
          文号: "〔　　　〕　　号",
          签发人: "签发人：　　　　",
          主送: "各有关单位：",
          联系人: "示例人",
          联系电话: "0575-00000000",
        },
        ...{ 署名: definition.campaign.city.bureau, 成文日期: "　　　　年　　月　　日" },
        附件说明: ["附件：1. 示意附件一", "　　　2. 示意附件二"],
      };
      const bytes = await mergeTemplate(await ownTemplate(template, definition, { at }), values, {
        ...{ at, font: "仿宋_GB2312" },
      });
      return { name: `示意-${template.name}.docx`, bytes };
    }),
  );
}
