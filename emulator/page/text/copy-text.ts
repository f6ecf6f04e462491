/** Copies a text to the clipboard, if the browser allows it. @returns the sentence that reports it */
export async function copyText(text: string): Promise<{ sentence: string; tone: "plain" | "trouble" }> {
  try {
    await navigator.clipboard.writeText(text);
    return { sentence: "已复制。", tone: "plain" };
  } catch {
    return { sentence: "浏览器不允许复制，请选中后复制。", tone: "trouble" };
  }
}
