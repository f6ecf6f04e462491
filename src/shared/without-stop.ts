/** What a person wrote, without the full stop at its end: the sentence that quotes it ends with one of its own. */
export const withoutStop = (text: string): string => text.replace(/[\s。]+$/u, "");
