/** Puts a text on the clipboard, where the browser allows it. @returns the sentence that says so */
export async function copyText(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return "已复制。";
  } catch {
    return "浏览器不允许复制。";
  }
}
