/** Labels for icons of the platform's set that are used without text; the first key contained in the name applies. */
const WORDS: readonly (readonly [string, string])[] = [
  ["dislike", "踩"],
  ["like", "赞"],
  ["close", "关闭"],
  ["copy", "复制"],
  ["question", "说明"],
  ["calendar", "日期"],
  ["compile", "编辑"],
  ["share", "分享"],
  ["refused", "拒绝"],
  ["accept", "同意"],
  ["downarrow", "展开"],
  ["rightarrow", "前往"],
];

/** Accessible label of an icon such as `icon_XDS_goodlike_line`; empty for an unknown one. */
export function iconLabel(icon: string): string {
  const name = icon.toLowerCase();
  return WORDS.find(([part]) => name.includes(part))?.[1] ?? "";
}
