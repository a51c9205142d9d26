import { onScan } from '../../core/live.js';
import { useLayoutEffect, useRef } from '../../core/view.js';

/** Takes what the scanner reads that the till has at a serial port for this register, where it `listens`. */
export function useSerialScan(onText, listens = () => true) {
  const latest = useRef(onText);
  latest.current = onText;
  // at once, not after the first paint: a cashier may pull the trigger as soon as the modal stands there
  useLayoutEffect(
    () =>
      onScan((text) => {
        const taken = listens();
        if (taken) latest.current(text);
        return taken;
      }),
    [],
  );
}
