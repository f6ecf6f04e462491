const example = (count: number): string => [2, 1, 3].filter((number) => number <= count).join(" ") || "1";

/** What is said of an order or a choice by numbers that cannot stand. */
export const orderPhrases = {
  empty: (count: number) => `请回复1至${count}的序号，用空格隔开，例如：${example(count)}。`,
  notNumber: (token: string, count: number) =>
    `「${token}」不是序号。请回复1至${count}的序号，用空格隔开，例如：${example(count)}。`,
  outOfRange: (number: number, count: number) => `没有序号${number}，序号为1至${count}。`,
  duplicate: (number: number) => `序号${number}写了两次，请每个序号只写一次。`,
  missing: (count: number, numbers: readonly number[]) => `共${count}项，还缺序号${numbers.join("、")}，请写全。`,
  amount: (taken: number, min: number, max: number) =>
    `选了${taken}项，应选${min === max ? `${min}项` : `${min}至${max}项`}。`,
};
