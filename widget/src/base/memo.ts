// Keeps the last answer of a function of one argument, so that an unchanged argument gives the same object.

/** For functions in templates: a new function object each time would look like a change. */
export function memo<A, R>(compute: (argument: A) => R): (argument: A) => R {
  let last: { argument: A; result: R } | undefined;
  return (argument) => {
    if (!last || last.argument !== argument) last = { argument, result: compute(argument) };
    return last.result;
  };
}
