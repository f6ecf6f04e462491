export const startPhrases = {
  takingOver: () => "发现上次未正常结束的进程，正在接管……",
  alreadyRunning: (pid: number) =>
    `系统已在运行（进程 ${pid}），本次未启动。请先停止它，或用 DATA_DIR 指定另一个数据目录。`,
  notPrepared: (folder: string, reason: string) =>
    `数据目录 ${folder} 无法使用，系统未启动。请检查该目录，或用 DATA_DIR 指定另一个目录（${reason}）。`,
  buildingPage: () => "首次启动，正在生成页面……",
  botAgain: () => "机器人意外退出，正在重新启动……",
  open: (url: string) => `请在浏览器打开 ${url}`,
  say: (name: string, words: string) => `在「${name}」的窗口中发送：${words}`,
  stopped: () => "已停止。",
};
