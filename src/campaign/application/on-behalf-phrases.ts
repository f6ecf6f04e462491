export const onBehalfPhrases = {
  /** After a name in a list. */
  mark: () => "代填",
  filling: (typedBy: string, responsible: string) => `本表由${typedBy}代填，由${responsible}负责。`,
  submitted: (typedBy: string, responsible: string) =>
    `由${typedBy}代填，由${responsible}负责；名单报送之前，所属经办人可以修改。`,
  /** Below the table of a workbook. */
  note: (items: readonly { name: string; what: readonly string[]; typedBy: string; responsible: string }[]) =>
    `代填：${items
      .map(
        ({ name, what, typedBy, responsible }) => `${name}的${what.join("、")}（${typedBy}代填，${responsible}负责）`,
      )
      .join("、")}。`,
  form: () => "申报表",
  review: () => "初评",
  opinions: () => "意见",
};
