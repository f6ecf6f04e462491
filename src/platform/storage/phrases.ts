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
  newerDatabase: (name: string) =>
    `数据库由更新版本的程序升级过（${name}），系统未启动，数据未改动。请使用与数据库相符或更新的程序版本。`,
  migrationChanged: (name: string) =>
    `数据库记录的升级步骤 ${name} 与程序中的不一致，系统未启动。请使用与数据库相符的程序版本。`,
};
