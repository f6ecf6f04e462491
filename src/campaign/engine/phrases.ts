export const campaignPhrases = {
  label: () => "活动",
  name: (year: number, name: string) => `${year}年度${name}`,
};
