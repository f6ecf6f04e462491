import { type Action, textView, type View } from "../../platform/chat/view.ts";
import { applicationPhrases } from "./phrases.ts";
import type { ApplicationWords } from "./words.ts";

/** 切换到雅苑 while another form is filled in. */
export function orderOfOther(
  text: string,
  name: string,
  { label, isDraft }: { label: string; isDraft: boolean },
): View {
  const typed = isDraft ? applicationPhrases.goOnWith(name) : applicationPhrases.editOf(name);
  return textView(
    "请确认",
    `“${text}”写有“${name}”，未记入${label}，未作任何改动。要办理“${name}”的，请点击「${typed}」；确为本项内容的，请点击「作为本项内容」。`,
    {
      tone: "running",
      actions: [
        { id: "", label: typed, typed, look: "primary" },
        { id: "", label: "作为本项内容", typed: `内容：${text}`, look: "default" },
      ],
    },
  );
}

/** 修改 雅苑 申报单位 …, of a form that is handed in: nothing is changed before it is pressed. */
export function changeSubmitted({ name, typed }: { name: string; typed: readonly string[] }): View {
  const edit = applicationPhrases.editOf(name);
  const lead = `“${name}”的申报已提交，未作任何改动。`;
  const buttons = typed.map((one): Action => {
    const label = one.replaceAll("\n", "；");
    return { id: "", label, typed: one, look: "primary" };
  });
  const listed = buttons.map(({ label }) => `「${label}」`).join("");
  const sentence =
    listed === ""
      ? `${lead}修改请发送「${edit}」，改完后再次提交。`
      : `${lead}按所发内容修改的，请点击${listed}，核对后再次提交；修改其他栏目的，请发送「${edit}」。`;
  return textView("请确认", sentence, {
    tone: "near",
    actions: [...buttons, { id: "", label: edit, typed: edit, look: "default" }],
  });
}

/** 提交 雅苑, while its form is not open. */
export function submitLeft(name: string, { form }: ApplicationWords): View {
  const typed = applicationPhrases.goOnWith(name);
  return textView("尚未提交", `“${name}”的${form}没有打开，尚未提交。请点击或发送「${typed}」，核对后再提交。`, {
    tone: "near",
    actions: [{ id: "", label: typed, typed, look: "primary" }],
  });
}

/** Above what a form that is not handed in holds. */
export const unsentLead = ({ form }: ApplicationWords): string => `${form}尚未提交，以下为已填内容，仅供查看。`;

/** 还有一个小区要报…怎么报啊 */
export const wishToApply = (): View =>
  textView("请确认", "未作任何改动。填写申报表的，请点击或发送「申报」。", {
    tone: "near",
    actions: [{ id: "", label: "申报", typed: "申报", look: "primary" }],
  });
