/** Where the parent notice is filed. */
export const NOTICE = "archive-notice:1";
/** Where the documents that the plan names as its bases are filed. */
export const BASIS = "archive-basis:1";
