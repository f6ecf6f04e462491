const quoted = (words: readonly string[]): string => words.map((word) => `「${word}」`).join("、");

export const onBehalfPhrases = {
  word: () => "代填",
  purpose: (noun: string) => `代${noun}填写申报表，全程注明由谁代填、由谁负责`,
  /** After a name in a list. */
  mark: () => "代填",
  forWhich: (names: readonly string[]) => `请写明为哪里代填：${quoted(names.map((name) => `代填 ${name}`))}。`,
  filling: (typedBy: string, responsible: string) => `本表由${typedBy}代填，由${responsible}负责。`,
  submitted: (typedBy: string, responsible: string) =>
    `由${typedBy}代填，由${responsible}负责；名单报送之前，所属经办人可以修改。`,
  /** Below the table of a workbook. */
  note: (items: readonly { name: string; typedBy: string; responsible: string }[]) =>
    `代填：${items.map(({ name, typedBy, responsible }) => `${name}（${typedBy}代填，${responsible}负责）`).join("、")}。`,
};
