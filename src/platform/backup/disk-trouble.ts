const CODES = ["ENOSPC", "EDQUOT", "EACCES", "EPERM", "EROFS", "EBUSY", "ENOTDIR", "ENOTEMPTY", "EEXIST"];

/** A disk that is full, or a folder in which nothing can be written or replaced. */
export const isDiskTrouble = (error: unknown): boolean =>
  error instanceof Error && "code" in error && CODES.includes(String(error.code));
