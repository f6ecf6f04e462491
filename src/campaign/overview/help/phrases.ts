export const helpPhrases = {
  purpose: () => "查看现在能办理的事项；「帮助」后写明事项名称的，列出该项的常用写法",
  all: () => "帮助",
  topic: (example: string) => `「${example}」的常用写法`,
  usual: (said: readonly string[], read: string) => `${said.map((one) => `「${one}」`).join("")}：${read}`,
  yearIsOurs: (year: number) => `新方案尚未放入，${year}年度暂按系统设定，请在方案下发后由系统管理员放入。`,
  title: () => "您可以办理以下事项",
  waitingHeading: () => "等待您办理",
  moreWaiting: (count: number) => `另有${count}项，请发送「待办」查看。`,
  stage: (numeral: string, name: string) => `第${numeral}阶段　${name}`,
  closed: () => "活动已结束，只可查阅",
  lead: (name: string, roles: readonly string[]) =>
    `${name}，您好。您的身份是${roles.join("、")}，发送以下文字即可办理：`,
  line: (example: string, purpose: string) => `${example}：${purpose}`,
  footnote: ({ name, phone }: { name: string; phone: string }) => `遇到问题请联系${name}，电话${phone}。`,
};
