import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive of one file, as Lambda expects it (PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16). */
export function zipOf(name: string, content: Uint8Array): Buffer {
  const fileName = Buffer.from(name);
  const deflated = deflateRawSync(content);
  // Version 2.0, deflate. The date is always 1980-01-01, so that equal code gives equal archives.
  const common = Buffer.concat([
    uint16(20, 0, 8, 0, 0x21),
    uint32(crc32(content), deflated.length, content.length),
    uint16(fileName.length, 0),
  ]);
  const local = Buffer.concat([uint32(0x04034b50), common, fileName, deflated]);
  // Readable by everybody, since Lambda runs it as another user.
  const central = Buffer.concat([
    uint32(0x02014b50),
    uint16(0x0314),
    common,
    uint16(0, 0, 0),
    uint32((0o100644 << 16) >>> 0, 0),
    fileName,
  ]);
  const end = Buffer.concat([uint32(0x06054b50), uint16(0, 0, 1, 1), uint32(central.length, local.length), uint16(0)]);
  return Buffer.concat([local, central, end]);
}

const uint16 = (...values: number[]) => Buffer.from(new Uint8Array(new Uint16Array(values).buffer));
const uint32 = (...values: number[]) => Buffer.from(new Uint8Array(new Uint32Array(values).buffer));
