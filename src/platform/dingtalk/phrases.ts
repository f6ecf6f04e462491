const MEGABYTE = 1024 * 1024;

/** Files that could not be received, and responses to rejected webhook requests. */
export const phrases = {
  fileTooLarge: (maxBytes: number) =>
    `文件超过${Math.floor(maxBytes / MEGABYTE)}MB，未接收。请您压缩或分成几个文件后重新发送。`,
  fileUnavailable: "文件未能取得，没有保存。请您重新发送一次。",
  wrongSignature: "签名不符，未接收。",
  unreadable: "内容无法识别，未接收。",
} as const;
