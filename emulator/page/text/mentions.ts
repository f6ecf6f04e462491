const EVERYBODY = "所有人";

/**
 * Whether the words call a person: the platform shows an @ only where a name of theirs stands in the text.
 * @param names what the person may be called by: name, user id, mobile number
 */
export const mentions = (text: string, names: readonly string[]): boolean =>
  [...names, EVERYBODY].some((name) => name !== "" && calls(text, name));

/** A longer name that begins alike, as 经办人12 does with 经办人1, is somebody else. */
function calls(text: string, name: string): boolean {
  const mark = `@${name}`;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1))
    if (!/^[\w-]/.test(text.slice(at + mark.length))) return true;
  return false;
}
