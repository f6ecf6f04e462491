import type { Definition } from "../definition/definition.ts";
import { fieldFor, formFor } from "../definition/purposes.ts";
import type { UsualWords } from "../engine/command-listing.ts";

/** What people write most while they fill in the form. */
export function usualInForm(definition: Definition): readonly UsualWords[] {
  const form = formFor(definition, "application");
  const [name, address] = (["name", "address"] as const).map((purpose) => form && fieldFor(form, purpose)?.label);
  const labelled =
    name === undefined || address === undefined
      ? []
      : [
          { said: [`${name}：锦绣花园；${address}：滨河路3号`], read: "几项一并填写，写明栏目，用「；」或换行分开" },
          { said: [`更正：${address}应为滨河路5号`, `${address}改为滨河路5号`], read: "更正已填的一项" },
        ];
  return [
    ...labelled,
    { said: ["先跳过", "本项以后再填"], read: "本项暂不填写" },
    { said: ["填了哪些"], read: "列出已填、未填和尚未记录的各项" },
    { said: ["按所列记录", "记录其余2项", "不记录"], read: "决定所列出而尚未记录的各项" },
  ];
}
