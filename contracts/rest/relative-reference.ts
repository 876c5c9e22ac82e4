import { basename, dirname, join, relative } from 'node:path/posix';

/** A path relative to the path of a request (RFC 3986, 4.2): it is right below any prefix that both share. */
export const relativeReference = (from: string, to: string): string => join(relative(dirname(from), dirname(to)), basename(to));
