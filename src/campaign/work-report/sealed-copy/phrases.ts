export const reportSealPhrases = {
  asPlace: () => "作为报告盖章件",
  words: () => ["作为报告盖章件", "作为工作报告盖章件"],
  title: (district: string) => `${district}　工作报告盖章件`,
  filed: (version: number, count: number) => `第${version}版的盖章件已归档，共${count}份，报告文字不变。`,
  filedAgain: () => "同一文件此前已归档，未重复归档。",
  none: () => "目前没有已报送的工作报告，盖章件未归档。请先报送报告，再发送盖章件。",
  label: () => "盖章件",
  counted: (count: number) => `已归档${count}份`,
  fileName: (district: string, version: number, ordinal: number) =>
    `工作报告_${district}_第${version}版_盖章件${ordinal}`,
};
