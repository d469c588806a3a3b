/** Answers may come in another order than they were asked for: only that to the newest question is shown. */
export class NewestQuestion {
  private newest = 0;

  /** Begins a question; what comes back says whether it is the newest still. */
  begin(): () => boolean {
    this.newest += 1;
    const mine = this.newest;
    return () => mine === this.newest;
  }
}
