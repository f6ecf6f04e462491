/** A difference from a real client, with the code and message of a warning. */
export interface ContentWarning {
  code: string;
  message: string;
}
