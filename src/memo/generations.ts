/**
 * What is remembered, in two generations: what nobody asked for while the younger one filled is forgotten, so memory is
 * bounded and what is used stays, in a build and from build to build.
 */
export class Generations<Key, Value> {
  young = new Map<Key, Value>();
  old: ReadonlyMap<Key, Value> = new Map();
  private count = 0;

  /** @param most things in a generation, of all keys. */
  constructor(private readonly most: number) {}

  /** To be called before each thing that is kept in the young one: how many it has had before. */
  makeRoom(): number {
    if (this.count >= this.most) {
      this.old = this.young;
      this.young = new Map();
      this.count = 0;
    }
    return this.count++;
  }

  forget(): void {
    this.young = new Map();
    this.old = new Map();
    this.count = 0;
  }
}
