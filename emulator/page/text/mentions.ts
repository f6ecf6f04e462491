const EVERYBODY = "所有人";

/**
 * Whether a text mentions a person: the platform shows an @ only where one of their names is in the text.
 * @param names what the person may be called: name, user id, mobile number
 */
export const mentions = (text: string, names: readonly string[]): boolean =>
  [...names, EVERYBODY].some((name) => name !== "" && calls(text, name));

/** A longer name with the same start, as 经办人12 and 经办人1, is another person. */
function calls(text: string, name: string): boolean {
  const mark = `@${name}`;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1))
    if (!/^[\w-]/.test(text.slice(at + mark.length))) return true;
  return false;
}
