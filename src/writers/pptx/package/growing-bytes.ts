/** Bytes that come in pieces and are needed as one: joined as they come, no piece is kept beside the whole. */
export class GrowingBytes {
  private buffer = Buffer.allocUnsafeSlow(1 << 16);
  private length = 0;

  /** Text as UTF-8. */
  add(piece: string): void {
    this.makeRoom(Buffer.byteLength(piece));
    this.length += this.buffer.write(piece, this.length);
  }

  all(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  private makeRoom(count: number): void {
    if (this.length + count <= this.buffer.length) return;
    // What is not written yet takes no memory.
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.buffer.length, this.length + count));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }
}
