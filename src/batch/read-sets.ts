/** What the reports of a batch have read: each file once, and once each set of files that several have read. */

/** Path and hash of its content. */
export type FileRead = readonly [string, string];

export class ReadSets {
  readonly reads: FileRead[] = [];
  /** Each as indices in `reads`. */
  readonly sets: (readonly number[])[] = [];
  private readonly readAt = new Map<string, number>();
  private readonly setAt = new Map<string, number>();

  /** The index of the set. */
  add(reads: readonly FileRead[]): number {
    const indices = reads.map((read) => indexOf(this.readAt, read.join('\0'), () => this.reads.push(read)));
    indices.sort((one, other) => one - other);
    return indexOf(this.setAt, indices.join(), () => this.sets.push(indices));
  }
}

/** Where it stands; `push` puts it at the end and gives the new length. */
function indexOf(known: Map<string, number>, key: string, push: () => number): number {
  let index = known.get(key);
  if (index === undefined) known.set(key, (index = push() - 1));
  return index;
}
