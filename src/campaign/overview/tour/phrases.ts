import type { Definition } from "../../definition/definition.ts";

export const tourPhrases = {
  official: ({ campaign, rulings }: Definition, { name, line }: { name: string; line: number }) => [
    { say: "帮助", why: `以${name}的身份问家园助手：现在能办什么。` },
    { say: "进度", why: `本${campaign.words.district.noun}办到哪一步、还差什么、剩几个工作日。` },
    {
      say: `依据 L${line}`,
      why: `查看${campaign.words.plan}第${line}行原文${rulings.length > 0 ? "和现行口径" : ""}。`,
    },
  ],
  organizer: ({ campaign }: Definition, name: string) => [
    { say: "进度", why: `以${name}的身份查看各${campaign.words.district.noun}汇总。` },
    { say: "用量", why: "查看本月钉钉接口和推送用量。" },
  ],
};
