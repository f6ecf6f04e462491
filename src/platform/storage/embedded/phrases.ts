export const embeddedPhrases = {
  folderNotWritable: (folder: string) =>
    `数据目录 ${folder} 无法写入，系统未启动，未作任何改动。请检查目录权限，或用 DATA_DIR 指定另一个目录。`,
  platformUnsupported: (platform: string) =>
    `内置数据库不支持本机平台（${platform}）。请用 DATABASE_URL 指定一个 PostgreSQL 服务器。`,
  initFailed: (log: string) => `内置数据库初始化失败，请查看日志 ${log}；也可用 DATABASE_URL 指定服务器。`,
  startFailed: (log: string) => `内置数据库未能启动，数据未改动。请查看日志 ${log}。`,
  silent: (log: string) =>
    `内置数据库正在运行，但没有应答，系统未启动，数据未改动。请稍候再试；如仍不行，请查看日志 ${log}。`,
  busy: (folder: string) => `数据目录 ${folder} 正由另一个程序启动中，请稍候再试，或用 DATA_DIR 指定另一个目录。`,
  passwordLost: (file: string) => `数据目录中缺少 ${file}，无法连接内置数据库。请从备份恢复该文件。`,
};
