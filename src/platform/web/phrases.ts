export const webPhrases = {
  portInUse: (port: number) =>
    `端口 ${port} 已被占用，系统未启动，数据未改动。请关闭占用它的程序，或用 PORT 指定另一个端口。`,
  cannotListen: (host: string, port: number, code: string) =>
    `无法在地址 ${host} 的端口 ${port} 上提供服务（${code}），系统未启动，数据未改动。请检查 HOST 和 PORT。`,
  clockAway: (url: string) =>
    `CLOCK_URL 指定的时钟 ${url} 没有应答，系统未启动。请先启动模拟器，或去掉 CLOCK_URL 使用系统时间。`,
  failure: (reference: string) =>
    `系统繁忙，未作任何改动。请稍后再试；如仍不行，请把编号 ${reference} 告诉系统管理员。`,
  unreadable: () => "内容无法识别，未接收。",
  notFound: () => "没有这个页面。",
  linkOver: () => "链接已失效",
  linkOverText: () => "请在钉钉与家园助手的单聊中发送「待办」查看。",
};
