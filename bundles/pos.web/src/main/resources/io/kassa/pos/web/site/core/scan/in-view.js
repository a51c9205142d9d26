const LONGEST_GAP_MILLIS = 1000;

/** Since when a code is in view, by what the till saw in each frame. A few frames without one, blurred by a hand, are no end. */
export function inView() {
  let since;
  let last;
  return {
    /** How long the code has been in view at this moment, when the frame that is about to be sent was taken at `taken`. */
    millis(taken) {
      if (last !== undefined && taken - last > LONGEST_GAP_MILLIS) since = undefined;
      return Math.round(performance.now() - (since ?? taken));
    },
    saw(taken) {
      since ??= taken;
      last = taken;
    },
    /** It was read: whatever comes now counts anew. */
    over() {
      since = undefined;
      last = undefined;
    },
  };
}
