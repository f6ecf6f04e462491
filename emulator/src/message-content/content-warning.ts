/** Something that a real client would draw or take differently, in the words of a warning. */
export interface ContentWarning {
  code: string;
  message: string;
}
