export const storagePhrases = {
  full: () => "系统存储空间已满，文件未能保存，此前保存的不受影响。请联系系统管理员，清理后重新发送。",
  wrongPassword: () => "数据库拒绝了用户名或密码，系统未启动，数据未改动。请检查 DATABASE_URL 中的用户名和密码。",
  unreachable: (host: string) =>
    `连接不上数据库 ${host}，系统未启动。请确认数据库已启动，并检查 DATABASE_URL 的地址和端口。`,
  badUrl: () =>
    "DATABASE_URL 不是合法的地址，系统未启动，数据未改动。应形如 postgresql://用户名:密码@主机:5432/数据库名。",
  noSuchDatabase: (name: string) => `数据库 ${name} 不存在，系统未启动。请先建立该数据库，或改正 DATABASE_URL。`,
  fsyncOff: () =>
    "数据库关闭了 fsync，断电会丢失已确认的数据，系统不在这样的数据库上启动。请把 fsync 设为 on 后重启数据库。",
  badDataKey: () => "DATA_KEY 应为 64 位十六进制或 44 位 Base64（32 字节）。系统未启动，数据未改动。",
  otherDataKey: () =>
    "密钥与数据库中已有的内容不符，系统未启动，数据未改动。请改用原来的 DATA_KEY，或恢复原来的 data.key 文件。",
  rotationUnderWay: () => "更换密钥尚未完成，系统未启动。请再次运行 npm run rotate-key，完成后再启动。",
  otherNewKey: () => "上次更换密钥尚未完成，所用的新密钥与本次给出的不同，未作改动。请使用上次的新密钥。",
  newKeyMissing: () =>
    "密钥由 DATA_KEY 指定，更换时须另给新密钥，未作改动。请将新密钥（64 位十六进制或 44 位 Base64）写入文件，运行 npm run rotate-key -- --to <文件>。",
  noKeyFile: (file: string) => `没有密钥文件 ${file}，未作改动。请用 DATA_DIR 指定数据目录，或设置 DATA_KEY。`,
  noDatabaseIn: (dataDir: string) => `数据目录 ${dataDir} 中没有数据库，未作改动。请用 DATA_DIR 指定数据目录。`,
  botsRun: () => "机器人正在使用数据库，未更换密钥，未作改动。请先停止全部机器人，再运行一次。",
  rotated: ({ values, files, unreadable }: { values: number; files: number; unreadable: number }) =>
    `密钥已更换：重新加密内容${values}项、文件${files}个。${unreadable > 0 ? `另有${unreadable}项用原密钥无法读取，未作改动。` : ""}`,
  oldKeyKept: (file: string) =>
    `原密钥保留在 ${file}：恢复更换之前的备份须用原密钥，请与新密钥分开妥善保存。此前发出的待办网页链接已失效。`,
  useNewKey: () =>
    "请将 DATA_KEY 改为新密钥后再启动机器人。恢复更换之前的备份须用原密钥，请妥善保存。此前发出的待办网页链接已失效。",
  newerDatabase: (name: string) =>
    `数据库由更新版本的程序升级过（${name}），系统未启动，数据未改动。请使用与数据库相符或更新的程序版本。`,
  migrationChanged: (name: string) =>
    `数据库记录的升级步骤 ${name} 与程序中的不一致，系统未启动。请使用与数据库相符的程序版本。`,
};
