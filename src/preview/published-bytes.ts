/** Pictures that drawings name by an address of the server: bytes under a mark of their own. */
import { markOf, type Publish } from './preview-session.js';

export class PublishedBytes {
  readonly all = new Map<string, { readonly bytes: Uint8Array; readonly type: string }>();
  /** The mark of bytes that were seen: pictures are large, and the same in every build. */
  private readonly marks = new WeakMap<Uint8Array, string>();
  private used = new Set<string>();

  readonly publish: Publish = (bytes, type) => {
    let mark = this.marks.get(bytes);
    if (mark === undefined) this.marks.set(bytes, (mark = markOf(bytes)));
    this.used.add(mark);
    if (!this.all.has(mark)) this.all.set(mark, { bytes, type });
    return `bytes/${mark}`;
  };

  /** A build is over: what none of its drawings names is forgotten. */
  turn(): void {
    if (this.used.size === 0) return;
    for (const mark of this.all.keys()) if (!this.used.has(mark)) this.all.delete(mark);
    this.used = new Set();
  }
}
