// Whether a page wants to deal with an event itself.

/** Waits until all have heard of a synchronous event: an element hears of it before the page around it does. */
export async function prevented(event: Event): Promise<boolean> {
  await null;
  return event.defaultPrevented;
}
