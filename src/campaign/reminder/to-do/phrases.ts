export const todoPhrases = {
  /** @param names of what has its last working day today: 推荐名单 */
  subject: (names: readonly string[]) =>
    `${names.slice(0, 3).join("、")}${names.length > 3 ? `等${names.length}项` : ""}：请于今日办理`,
  pageTitle: (name: string) => `${name}　应办事项`,
  nothing: () => "所提醒的事项均已办结，无须再办。",
  asOf: (at: string) => `以上为${at}的情况，本页只供查看。`,
  where: () => "请在钉钉与家园助手的单聊中发送「待办」办理，不能按期办理的发送「申请延期」。",
  otherwiseTitle: () => "【提醒】请于今日办理",
  otherwise: () => "请发送「待办」查看并办理。",
};
