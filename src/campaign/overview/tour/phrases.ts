export const tourPhrases = {
  official: (name: string) => [
    { say: "帮助", why: `以${name}的身份问机器人：现在能办什么。` },
    { say: "进度", why: "本地区办到哪一步、还差什么、剩几个工作日。" },
    { say: "依据 L15", why: "查看实施方案第15行原文和现行口径。" },
  ],
  organizer: (name: string) => [
    { say: "进度", why: `以${name}的身份查看各地区汇总。` },
    { say: "用量", why: "查看本月钉钉接口和推送用量。" },
  ],
};
