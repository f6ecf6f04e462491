const megabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)}MB`;

/** Messages about files that cannot be used. */
export const documentPhrases = {
  empty: () => "文件是空的，未作处理，请重新发送。",
  unknownKind: () => "无法识别这个文件，未作处理。可以发送Word（.docx）、Excel（.xlsx）、PDF文件或图片。",
  noDecoder: (format: string) =>
    `这是${format.toUpperCase()}格式的图片，系统不能读取，未归入。请另存为JPG，或截图后重新发送；苹果手机可在“设置—相机—格式”中选择“兼容性最佳”。`,
  tooManyPixels: (width: number, height: number) => `图片过大（${width}×${height}像素），未归入。请缩小后重新发送。`,
  damagedPicture: () => "图片已损坏或不是图片，未归入。请重新拍摄或另存后发送。",
  notWhatItSays: () => "文件内容与格式不符，为安全起见未归入。请另存为图片、PDF、.docx或.xlsx后重新发送。",
  oldOffice: () => "这是旧版Word或Excel文件，也可能设有密码，未作处理。请取消密码，另存为.docx或.xlsx后重新发送。",
  macros: () => "文件里带有宏，为安全起见未作处理。请另存为.docx或.xlsx后重新发送。",
  otherZip: () => "这是压缩包，未作处理。请解压后逐个发送里面的文件。",
  notWorkbook: () => "这不是Excel文件（.xlsx），未作处理。请使用下发的表格填写后重新发送。",
  notWord: () => "这不是Word文件（.docx），未作处理。请另存为.docx后重新发送。",
  damaged: () => "文件已损坏或设有密码，无法读取，未作处理。请重新保存后再发送。",
  tooLarge: (limit: number) => `文件超过${megabytes(limit)}，未读取其中内容。请删去或压缩图片后重新发送。`,
  tooMuchInside: () => "文件展开后过大，为安全起见未作处理。请删去多余的内容后重新发送。",
  tooMuchText: () => "文件的文字或表格过多，未读取其中内容。请删去多余的内容后重新发送。",
  tookTooLong: () => "文件内容过于复杂，未能读取，未作处理。请另存为一份新的文件，删去多余的内容后重新发送。",
  tooManyCells: (rows: number, columns: number) =>
    `表格的内容超出第${rows}行或第${columns}列，未作处理。请删去多余的内容后重新发送。`,
};
