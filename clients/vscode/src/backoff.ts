/** When a server that ended by itself is started again: after 1, 2, 4, 8 seconds, then no more. */

const WAITS = [1, 2, 4, 8].map((seconds) => seconds * 1000);
const FORGIVEN = 3 * 60_000; // a server that ran for that long has earned all its tries again

export class Backoff {
  private ends: number[] = [];

  /** Milliseconds to wait, or nothing where it has ended too often. */
  next(now = Date.now()): number | undefined {
    this.ends = [...this.ends.filter((end) => now - end < FORGIVEN), now];
    return WAITS[this.ends.length - 1];
  }

  get count(): number {
    return this.ends.length;
  }

  reset(): void {
    this.ends = [];
  }
}
