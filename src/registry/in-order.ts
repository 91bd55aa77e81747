/**
 * Results in the order of their tasks, of which so many are under way at once. Nothing is taken from the source before
 * there is room for it, and where the reader of the results takes its time everybody waits.
 * @param atOnce how many tasks may be under way, those whose results wait for an earlier one among them
 */
export async function* inOrder<Task, Result>(
  tasks: AsyncIterable<Task>,
  run: (task: Task) => Promise<Result>,
  atOnce: number,
): AsyncGenerator<Result> {
  const iterator = tasks[Symbol.asyncIterator]();
  const underWay: Array<Promise<Result>> = [];
  let ended = false;
  try {
    for (;;) {
      while (!ended && underWay.length < atOnce) {
        const next = await iterator.next();
        if (next.done) {
          ended = true;
          break;
        }
        const result = run(next.value);
        // Whoever gets there first hears of it; until then it is nobody's unhandled rejection.
        result.catch(() => undefined);
        underWay.push(result);
      }
      const first = underWay.shift();
      if (first === undefined) return;
      yield await first;
    }
  } finally {
    if (!ended) await iterator.return?.();
    await Promise.allSettled(underWay);
  }
}
