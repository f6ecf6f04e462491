export const agreePhrases = {
  ownWord: () => "约定报送",
  phoneWord: () => "已电话联系",
  ownPurpose: () => "告知哪一天报送，在此之前不再提醒",
  phonePurpose: () => "登记已电话联系一地，约定哪一天报送",
  title: () => "约定报送",
  callTitle: () => "电话联系",
  agreed: (district: string, name: string, until: string) =>
    `已登记：${district}的${name}约定${until}报送，当日及以前不再提醒，截止日期不变。`,
  /** One that is still to come, in a line. */
  standing: (district: string, name: string, until: string) => `${district}的${name}约定${until}报送。`,
  whichDayTitle: () => "请确认",
  /** @param typed what is sent to register it again */
  whichDay: (typed: readonly string[]) =>
    `此前的登记未作任何改动。更改日期的，请点击或发送${typed.map((one) => `「${one}」`).join("或")}。`,
  called: (district: string, name: string, on: string) =>
    `已登记：${on}就${name}电话联系${district}，没有约定报送日期，提醒安排不变。约定日期后，请发送「已电话联系 ${district} ${name}」并写明日期。`,
  /** @param said 约定报送 推荐名单 */
  noDay: (said: string) => `没有写明哪一天报送，未作任何改动。请写明日期，例如「${said} 9月27日」。`,
  unclear: (rest: string, how: "own" | "phone") =>
    `未能识别“${rest}”，没有登记。只须写明日期，例如「${how === "own" ? "约定报送 推荐名单" : "已电话联系 柯桥区 推荐名单"} 9月27日」；其他情况请另行发送。`,
  dayOver: (day: string) => `${day}已过，没有登记。请写今天或以后的工作日。`,
  restDay: (day: string) => `${day}是休息日，没有登记。请改为工作日。`,
  needsExtension: (day: string, stated: string) =>
    `${day}晚于截止日期（${stated}），没有登记。不能按期报送的，请发送「申请延期」。`,
};
