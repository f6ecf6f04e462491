/** Facts in the database about its key, sealed with it. */
export const KEY_MARK = "data-key";
/** While everything is encrypted with another key; sealed with the new one. */
export const ROTATION_MARK = "key-rotation";
