/** What went wrong as a sentence for people; nobody answering is a TypeError of the browser's. */
export const sentenceFor = (error: unknown): string =>
  error instanceof Error && !(error instanceof TypeError) ? error.message : "模拟器没有应答，请稍后再试。";
