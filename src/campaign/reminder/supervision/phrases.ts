import { APART, MOST_SUPERVISIONS, type SupervisionProblem } from "./rules.ts";

interface Names {
  district: string;
  name: string;
}

export const supervisionPhrases = {
  word: () => "督办",
  confirmWord: () => "确认督办",
  purpose: () => "对逾期并已催办的一地督办，预览后确认发送",
  previewTitle: () => "督办　预览",
  previewStatus: () => "待确认发送",
  preview: ({ district, name }: Names, people: readonly string[], { nth, isDing }: { nth: number; isDing: boolean }) =>
    `将向${district}的${people.join("、")}各发送${isDing ? "一条督办DING（钉钉应用内提醒，不能发送的改发消息）" : "一张督办卡片"}，事项为${name}，这是第${nth}次（至多${MOST_SUPERVISIONS}次）。确认之后才发送。`,
  title: ({ district, name }: Names) => `【督办】${district}　${name}`,
  status: () => "督办",
  text: ({ district, name }: Names, by: string, late: number, { city }: { city: string }) =>
    `${district}的${name}应于${by}报送，截至发送时已逾期${late}个工作日，经催办仍未报送，现由${city}级督办。请即办理；确有困难的，请与联系人联系。`,
  ding: (head: string, text: string, contact: string) =>
    `${head}：${text}请在钉钉与家园助手的单聊中发送「待办」办理。${contact}`,
  done: () => "无须再办",
  contact: (name: string, phone: string) => `联系人：${name}，电话${phone}。`,
  sent: ({ district, name }: Names, people: number) => `已督办${district}的${name}，发送${people}人。`,
  nobody: ({ district }: Names) => `${district}没有可以发送的经办人，没有发送。请先在「人员名单」中核对。`,
  problem: (problem: SupervisionProblem, { district, name }: Names) =>
    ({
      notLate: `${district}的${name}没有逾期，没有督办。`,
      notUrged: `${district}的${name}逾期后尚未催办，没有督办。系统将在工作日09:00催办，之后仍未报送的再督办。`,
      tooSoon: `${district}的${name}不足${APART}个工作日之前已督办，没有重复发送。`,
      capped: `${district}的${name}已督办${MOST_SUPERVISIONS}次，不再发送。请电话联系。`,
    })[problem],
};
