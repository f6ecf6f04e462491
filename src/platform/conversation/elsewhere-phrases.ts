const MOST_SHOWN = 30;
const shortened = (text: string): string => {
  const signs = [...text];
  return signs.length > MOST_SHOWN ? `${signs.slice(0, MOST_SHOWN).join("")}……` : text;
};

/** Words of a command that say too little. Each reading is a command. */
export const commandPhrases = {
  leavesRest: (typed: string) => ({
    sentence: `「${typed}」未记入本项。只跳过本项的，请点击或回复「跳过」；其余选填内容都不填的，请点击或回复「提交」，核对后再次提交。`,
    readings: ["跳过", "提交"],
  }),
  takesBack: (typed: string) => ({
    sentence: `「${typed}」未记入本项，未作任何改动。要撤销上一条消息所记录内容的，请点击或回复「撤销」。`,
    readings: ["撤销"],
  }),
  looks: (typed: string) => ({
    sentence: `「${typed}」未记入本项。要查看已填内容的，请点击或回复「填了哪些」。`,
    readings: ["填了哪些"],
  }),
  names: (typed: string, word: string) => ({
    sentence: `「${shortened(typed)}」未记入本项。要办理的，请点击或回复「${word}」。`,
    readings: [word],
  }),
  numberWithEnd: (typed: string, line: string) =>
    `「${shortened(typed)}」中的号码按更正后的尾数补齐，未保存。请核对，无误的请点击或回复「${line}」。`,
};

/** Words that are no content, and what they leave as it is. */
export const apartPhrases = {
  /** Of an order among the rows of a form. */
  sentApart: (refused: string, order: string) =>
    refused.replace(`「${shortened(order)}」不是本表的栏目，请写明栏目名称。`, `「${shortened(order)}」请单独发送。`),
  whichOffered: (typed: string, readings: readonly string[]) =>
    `「${typed}」没有写明是所列的哪一项，未保存。请点击或回复${readings.map((reading) => `「${shortened(reading)}」`).join("或")}。`,
  /** 好的, behind words that were refused. */
  stillOpen: (said: string, label: string) =>
    `「${said}」未记入“${label}”，请填写本项。此前所发内容确为本项的，请写作「内容：…」。`,
  onlyProposed: (reading: string) => `未保存。采用建议的，请点击或回复「${reading}」；否则请填写本项。`,
  onlyAsIs: (reading: string) => `未保存。确为本项内容的，请点击或回复「${reading}」；否则请填写本项。`,
};

/** A message that names other fields than the open one. */
export const elsewherePhrases = {
  ofFields: (typed: string, labels: readonly string[]) =>
    `「${shortened(typed)}」似为${[...new Set(labels)].map((label) => `“${label}”`).join("")}的内容，未保存。`,
  unread: (label: string) => `“${label}”的内容未能识别，请写作「${label}：…」。`,
  notRead: (label: string, text: string) =>
    `「${shortened(text)}」未能记入“${label}”，请只写本项，写作「${label}：…」。`,
  /** The number of a person who could not be read. */
  withPerson: (number: string) => `「${number}」未保存，请连同姓名全名重新填写。`,
  /** Figures or a person, where a text of paragraphs is waited for. */
  isData: (typed: string, label: string) => `「${shortened(typed)}」似为其他栏目的数据，未记入“${label}”。`,
  ofOthers: () => "属于其他栏目的，请写作「栏目名称：…」。",
  /** Facts of the compound that no column asks for. */
  describes: (label: string) => `本表没有这类数据的栏目，可写入“${label}”，请写作「${label}：…」。`,
  /** A person behind two bodies. @param now who stands in the field */
  whosePerson: (
    typed: string,
    {
      bodies: [own = "", other = ""],
      label,
      now,
    }: { bodies: readonly string[]; label: string; now: string | undefined },
    line = "所列内容",
  ) =>
    `「${shortened(typed)}」是“${own}”的还是“${other}”的不明确，未保存。记入“${label}”${now === undefined ? "" : `（现为“${now}”）`}的，请点击或回复${line}。`,
  /** Somebody of whom no field asks. @param line in which field the name could stand */
  otherPerson: (
    typed: string,
    { line, now, title }: { line: string | undefined; now: string | undefined; title: string },
  ) => {
    const own =
      line === undefined ? "" : `记入该栏目${now === undefined ? "" : `（现为“${now}”）`}的，请点击或回复「${line}」。`;
    return `整条未保存。「${shortened(typed)}」不是本表所填的${line === undefined ? "人员" : title}，不予记录。${own}`;
  },
  samePerson: (label: string, now: readonly string[], readings: readonly string[]) =>
    `“${label}”现为${now.join("、")}，未作改动。请点击或回复${readings.map((one) => `「${one}」`).join("或")}。`,
  others: (lines: readonly string[]) => `其余${lines.length}项可以记录：${lines.join("；").replace(/。$/u, "")}。`,
  restApart: (rest: string) => `「${shortened(rest)}」请单独发送。`,
  left: (head: string) => `另有「${shortened(head)}」未能识别，不予记录。`,
  offered: (lines: readonly string[]) =>
    lines.length > 1
      ? `可以记录：${lines.join("；")}。请点击或回复所列内容。`
      : `可以记录的，请点击或回复「${lines.join("")}」。`,
  alsoOffered: (lines: readonly string[]) =>
    `同一条消息另有${lines.join("；")}，亦未保存，可点击或回复${lines.map((line) => `「${line}」`).join("")}。`,
  asIs: (label: string) => `确为“${label}”内容的，请写作「内容：…」。`,
};
