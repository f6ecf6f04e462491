export const templatePhrases = {
  saveWord: () => "存为模板",
  word: () => "通知模板",
  useWord: () => "用模板",
  removeWord: () => "删除模板",
  purpose: () => "保存、选用常用的通知内容",
  title: () => "通知模板",
  none: () => "尚未保存模板。预览通知时发送「存为模板 名称」即可保存其内容。",
  line: (name: string, text: string) => `${name}：${text.length > 40 ? `${text.slice(0, 40)}…` : text}`,
  footnote: () => "发送「用模板 名称」预览后确认发送；「存为模板 名称」保存正在预览的内容；「删除模板 名称」删除。",
  useTyped: (name: string) => `用模板 ${name}`,
  saved: (name: string, isReplaced: boolean) => `已${isReplaced ? "更新" : "保存"}模板「${name}」。`,
  removed: (name: string) => `已删除模板「${name}」。`,
  nameless: () => "没有写明模板名称，未作任何改动。请发送「存为模板 名称」。",
  nameTooLong: (most: number) => `模板名称超过${most}字，没有保存。请缩短后重新发送。`,
  unknown: (name: string, known: readonly string[]) =>
    `没有模板「${name}」，未作任何改动。${known.length === 0 ? "目前没有保存的模板。" : `已有：${known.join("、")}。`}`,
};
