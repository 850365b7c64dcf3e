// Something made of an object that does not change, made once and kept as long as the object is.

/**
 * @example
 * const sideOf = once((facts: VacancyFacts) => ({ … }));
 * sideOf(facts) === sideOf(facts) // true
 */
export function once<Of extends object, Made extends object>(make: (of: Of) => Made): (of: Of) => Made {
  const made = new WeakMap<Of, Made>();
  return (of) => {
    let known = made.get(of);
    if (!known) {
      known = make(of);
      made.set(of, known);
    }
    return known;
  };
}
