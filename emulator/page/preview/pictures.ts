import type { EmulatedMessage } from "../../src/contract/control.ts";

export interface ShownPicture {
  address: string;
  name: string;
}

const IN_MARKDOWN = /!\[([^\]]*)\]\(([^)\s]+)\)/g;

/** All pictures of a chat, in reading order. @param fileUrl the address of a file */
export const picturesOf = (messages: readonly EmulatedMessage[], fileUrl: (fileId: string) => string): ShownPicture[] =>
  messages.filter(({ recalled }) => recalled !== true).flatMap((message) => picturesIn(message, fileUrl));

function picturesIn({ kind, file, text = "" }: EmulatedMessage, fileUrl: (fileId: string) => string): ShownPicture[] {
  if (kind === "image") return file === undefined ? [] : [{ address: fileUrl(file.fileId), name: file.fileName }];
  if (kind !== "markdown" && kind !== "actionCard") return [];
  return [...text.matchAll(IN_MARKDOWN)].map(([, name = "", address = ""]) => ({ address, name: name || "图片" }));
}
