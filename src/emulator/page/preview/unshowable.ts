/** Why a file cannot be shown; `message` is a sentence for the person. */
export class Unshowable extends Error {
  override readonly name = "Unshowable";
}
