export const backupPhrases = {
  usage: () => "用法：npm run backup -- [备份目录]；npm run restore -- <备份> [--key <密钥文件>]",
  ownServer: () => "数据库由 DATABASE_URL 指定，请用该服务器自己的备份工具（如 pg_dump），并另行备份 files/ 和密钥。",
  noDatabase: (dataDir: string) => `数据目录 ${dataDir} 中没有数据库，未作备份。请用 DATA_DIR 指定数据目录。`,
  busy: () => "另一个备份正在进行，本次未作备份。",
  full: (folder: string) => `备份目录 ${folder} 空间不足或无法写入，本次未作备份，此前的备份未改动。`,
  made: (folder: string, { files, megabytes }: { files: number; megabytes: string }) =>
    `已备份到 ${folder}，共${files}个文件、${megabytes}MB。`,
  keyApart: (file: string) =>
    `密钥不在备份中，请把 ${file} 另行妥善保存：没有它，备份中加密的内容（电话等个人信息、填写的文字、聊天内容和收到的文件）无法读取；其余内容（经办人姓名、分数、名单，以及活动文件夹中的名册）仍可读取，备份本身也请妥善保管。`,
  keyGivenApart: () =>
    "密钥（DATA_KEY）不在备份中，请另行妥善保存：没有它，备份中加密的内容（电话等个人信息、填写的文字、聊天内容和收到的文件）无法读取；其余内容（经办人姓名、分数、名单，以及活动文件夹中的名册）仍可读取，备份本身也请妥善保管。",
  noBackup: (folder: string) => `${folder} 不是完整的备份，未作恢复。`,
  otherFormat: (folder: string) => `${folder} 是其他版本的备份，本程序无法恢复，未作任何改动。请用制作它的版本。`,
  notAsMade: (lines: readonly string[]) => `备份与制作时不一致，未作恢复：\n${lines.join("\n")}`,
  difference: { missing: "缺少", changed: "已改动", added: "多出" },
  more: (count: number) => `其余${count}个略`,
  notEmpty: (dataDir: string) =>
    `数据目录 ${dataDir} 不是空的，未作恢复，其中内容未改动。请用 DATA_DIR 指定一个空目录。`,
  notWritable: (dataDir: string) =>
    `数据目录 ${dataDir} 空间不足、无法写入或无法替换，未作恢复。请清理空间或用 DATA_DIR 指定另一个目录后重试。`,
  keyMissing: () => "恢复需要制作备份时的密钥：请用 --key 指定密钥文件，或设置 DATA_KEY。未作任何改动。",
  keyUnreadable: (file: string) => `密钥文件 ${file} 无法读取，未作恢复，未作任何改动。请确认路径和读取权限。`,
  otherKey: () => "所给密钥不是制作备份时的密钥，未作恢复，未作任何改动。",
  restored: (dataDir: string, madeAt: string) => `已恢复到 ${dataDir}，内容截至 ${madeAt}。`,
  afterwards: () =>
    "下次启动时，备份之后到期的事项照常办理，但不补发通知；未发出的通知和需要核实的内容将告知系统管理员。",
};
