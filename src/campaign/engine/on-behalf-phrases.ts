const quoted = (words: readonly string[]): string => words.map((word) => `「${word}」`).join("、");

export const onBehalfPhrases = {
  word: () => "代填",
  purpose: (noun: string) => `代${noun}办理申报及后续各项（${noun}名后可接要办理的事项），全程注明由谁代填、由谁负责`,
  /** What is sent for the district. */
  typed: (district: string, words: string) => `代填 ${district} ${words}`,
  forWhich: (names: readonly string[]) => `请写明为哪里代填：${quoted(names.map((name) => `代填 ${name}`))}。`,
  /** A command of districts, said by who may do it for them. */
  sayFor: (word: string, names: readonly string[], noun: string) =>
    `「${word}」由所属${noun}的经办人办理，未作任何改动。代填请写明${noun}：${quoted(names.map((name) => `代填 ${name} ${word}`))}。`,
  /** On a card of who acts for a district. */
  acting: (district: string, responsible: string) => `代${district}办理，由${responsible}负责。`,
  sentence: (by: string) => `${by}；所属经办人可以修改。`,
  /** Rows of a sheet that were given for a district. */
  rows: (count: number, by: string) => `其中${count}条${by}。`,
  /** Beside what was entered for a district. */
  by: (typedBy: string, responsible: string) => `由${typedBy}代填，由${responsible}负责`,
};
