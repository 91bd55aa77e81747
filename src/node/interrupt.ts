const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Whether somebody wants the run to end. A second signal ends it at once, as without this. */
export class Interrupt {
  private received: NodeJS.Signals | undefined;

  constructor() {
    for (const signal of SIGNALS) process.once(signal, this.listen);
  }

  get signal(): NodeJS.Signals | undefined {
    return this.received;
  }

  close(): void {
    for (const signal of SIGNALS) process.removeListener(signal, this.listen);
  }

  private readonly listen = (signal: NodeJS.Signals): void => {
    this.received = signal;
    this.close();
  };
}
