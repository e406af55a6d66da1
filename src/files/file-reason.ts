const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "no such file or directory",
  ENOTDIR: "part of the path is not a directory",
  EISDIR: "is a directory",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  ENAMETOOLONG: "the path is too long",
  ERR_ENCODING_INVALID_ENCODED_DATA: "it is not UTF-8 text",
  ELOOP: "too many symbolic links",
  ENXIO: "it is a socket, or a device that is not there",
  ENODEV: "it is a device that is not there",
  EIO: "the disk or device reports an error",
  EMFILE: "too many files are open",
  EADDRINUSE: "another program uses it",
  ENFILE: "too many files are open",
  ENOTCONN: "it is a socket that nothing is connected to",
  ECONNRESET: "the other end closed the connection",
  ERR_INVALID_FD_TYPE: "it is neither a file, a pipe nor a socket with a stream",
  ERR_INVALID_ARG_VALUE: "no path has a NUL in it",
};

/** Why a file could not be used, in words, from the error's `code`; the bare code where we have no words for it. */
export function fileReason(error: unknown): string {
  if (error instanceof FileFault) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  return REASONS[code] ?? code;
}

/** Why a file is not read although the system would let us, in words for the user. */
export class FileFault extends Error {
  override name = "FileFault";
}
