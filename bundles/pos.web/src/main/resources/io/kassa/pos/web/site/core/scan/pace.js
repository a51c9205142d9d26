// The longer side of a frame, in pixels: a code of 650 characters that fills half of the smallest can still be read.
const SIDES = [1280, 1080, 860];
const SLOW_MILLIS = 700;
const QUICK_MILLIS = 250;
const SLOW_IN_A_ROW = 2;
const QUICK_IN_A_ROW = 20;

/** How large frames are: smaller when answers take long, larger again when they do not. */
export function pace() {
  let size = 0;
  let slow = 0;
  let quick = 0;
  const change = (by) => {
    size = Math.min(SIDES.length - 1, Math.max(0, size + by));
    slow = 0;
    quick = 0;
  };
  return {
    side: () => SIDES[size],
    took(millis) {
      slow = millis > SLOW_MILLIS ? slow + 1 : 0;
      quick = millis < QUICK_MILLIS ? quick + 1 : 0;
      if (slow >= SLOW_IN_A_ROW) change(1);
      if (quick >= QUICK_IN_A_ROW) change(-1);
    },
  };
}
