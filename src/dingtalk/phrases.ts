const MEGABYTE = 1024 * 1024;

/** Sentences for people about files that did not come through. */
export const phrases = {
  fileTooLarge: (maxBytes: number) =>
    `文件超过${Math.floor(maxBytes / MEGABYTE)}MB，未接收。请您压缩或分成几个文件后重新发送。`,
  fileUnavailable: "文件未能取得，没有保存。请您重新发送一次。",
} as const;
