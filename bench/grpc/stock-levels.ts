/** How many stock levels an encoded WatchStockResponse holds: its fields of number 1, each one with its length before it. */
export function countLevels(message: Buffer): number {
  let levels = 0;
  let at = 0;
  while (at < message.length && message[at] === 0x0a) {
    levels += 1;
    let length = 0;
    let shift = 0;
    let byte: number;
    do {
      at += 1;
      byte = message[at] ?? 0;
      length |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte >= 0x80);
    at += 1 + length;
  }
  return levels;
}
