import type { Definition } from "../definition/definition.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { UsualWords } from "../engine/command-listing.ts";
import { partsOfReport } from "./rules.ts";

/** What people write most about the report. */
export function usualInReport(definition: Definition): readonly UsualWords[] {
  const [first, second] = partsOfReport(definition);
  const noun = nounsOf(definition).case;
  if (first === undefined || second === undefined) return [];
  return [
    { said: [`${first}：申报2个${noun}。${second}：党建联建到楼道`], read: "分项填写，几项一并发送，可分多次" },
    { said: ["更正：横幅32条改为36条"], read: "改动报告中唯一的一处，改动后仍须确认" },
    { said: [`更正后：一、${first}：申报3个${noun}`], read: "只替换该部分" },
  ];
}
