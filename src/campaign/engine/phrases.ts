export const journalPhrases = {
  line: (entries: number, digits: string) => `操作留痕：第${entries}条，校验值${digits}`,
};

export const campaignPhrases = {
  label: () => "活动",
  name: (year: number, name: string) => `${year}年度${name}`,
};
