/**
 * A content stream as it grows, in bytes: a page of text is thousands of codes, which as strings would be made, joined
 * and copied.
 */

/** Enough for most pages. */
const firstSize = 1 << 14;
const lineFeed = 0x0a;
const hexDigits = Buffer.from('0123456789abcdef', 'latin1');

export class OperatorBytes {
  private buffer = Buffer.allocUnsafe(firstSize);
  private length = 0;

  /** ASCII that ends its line. */
  line(text: string): void {
    this.add(text);
    this.buffer[this.length++] = lineFeed; // `add` leaves room for it
  }

  /** ASCII without a line's end. */
  add(text: string): void {
    this.makeRoom(text.length + 1);
    const { buffer } = this;
    let at = this.length;
    for (let index = 0; index < text.length; index++) buffer[at++] = text.charCodeAt(index);
    this.length = at;
  }

  /** Four hex digits. */
  hex(code: number): void {
    this.makeRoom(4);
    const { buffer, length } = this;
    buffer[length] = hexDigits[(code >> 12) & 15]!;
    buffer[length + 1] = hexDigits[(code >> 8) & 15]!;
    buffer[length + 2] = hexDigits[(code >> 4) & 15]!;
    buffer[length + 3] = hexDigits[code & 15]!;
    this.length = length + 4;
  }

  /** `>12<`: ends a string of codes, and begins the next behind a whole number. */
  between(value: number): void {
    this.makeRoom(32);
    const { buffer } = this;
    let at = this.length;
    buffer[at++] = 0x3e;
    if (value < 0) buffer[at++] = 0x2d;
    let rest = Math.abs(value);
    let power = 1;
    while (power * 10 <= rest) power *= 10;
    for (; power >= 1; power /= 10) {
      const digit = Math.floor(rest / power);
      buffer[at++] = 0x30 + digit;
      rest -= digit * power;
    }
    buffer[at++] = 0x3c;
    this.length = at;
  }

  /** Without the last line's end. */
  bytes(): Uint8Array {
    return this.buffer.subarray(0, Math.max(0, this.length - 1));
  }

  private makeRoom(count: number): void {
    if (this.length + count <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.buffer.length, this.length + count));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }
}
