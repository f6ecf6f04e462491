export const usagePhrases = {
  title: (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月　钉钉用量`,
  status: (share: number) => `已用${Math.floor(share * 100)}%`,
  callsLabel: () => "接口调用",
  pushesLabel: () => "消息推送",
  of: (used: number, limit: number) => `${used}次，免费版每月${limit}次`,
  line: (work: string, count: number) => `${work}：${count}次`,
  /** @param withPhotos left out where the campaign takes no evidence */
  room: (
    { noun, measure }: { noun: string; measure: string },
    cases: number,
    withPhotos: { photos: number; cases: number } | undefined,
  ) => {
    const counted = (count: number) => `${count}${measure}${noun === measure ? "" : noun}`;
    const more = withPhotos
      ? `；逐条上传证明材料（每条${withPhotos.photos}张照片）的，约${counted(withPhotos.cases)}`
      : "";
    return `按活动安排和实测用量测算，免费版每月额度内最多可办理约${counted(cases)}${more}。`;
  },
  withoutScorers: () => "核验成员提交定稿前，其单聊的用量不计入上述数字，全部定稿后一并计入。",
  footnote: () => "由系统自行统计，以钉钉后台为准；本单位其他应用同时占用额度。",
};
