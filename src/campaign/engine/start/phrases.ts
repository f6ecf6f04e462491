export const startPhrases = {
  sameId: (id: string) => `两个活动目录使用了同一个编号 ${id}，系统未启动。请检查 CAMPAIGN。`,
  problem: (file: string, line: number, message: string) => `${file}:${line}  ${message}`,
  broken: (folder: string, lines: readonly string[]) =>
    `活动目录 ${folder} 有${lines.length}处问题，系统未启动，数据未改动：\n${lines.join("\n")}\n改好后可先运行 npm run campaign -- check ${folder} 检查。`,
};
