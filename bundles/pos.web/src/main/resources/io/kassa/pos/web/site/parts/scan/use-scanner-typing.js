import { scannerTyping } from '../../core/scan/typing.js';
import { useLayoutEffect, useRef, useState } from '../../core/view.js';
import { useSerialScan } from './use-serial-scan.js';

/**
 * Listens to a hand scanner wherever the focus is, or where it `listens`: to one that types, and to the one that the till has at a
 * serial port for this register. `onText` gets the text, and beside it what the same keys write on a US keyboard. Returns how many
 * characters have come in so far.
 */
export function useScannerTyping(onText, listens = () => true) {
  const [received, setReceived] = useState(0);
  const latest = useRef(onText);
  latest.current = onText;
  // at once, not after the first paint: a cashier may pull the trigger as soon as the modal stands there
  useLayoutEffect(() => {
    const typing = scannerTyping({ onProgress: setReceived, onText: (...text) => latest.current(...text) });
    const onKey = (event) => {
      if (!listens(event) || !typing.key(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // in the capture phase on the window: before a focused button or list can take the key for itself
    addEventListener('keydown', onKey, { capture: true });
    return () => {
      removeEventListener('keydown', onKey, { capture: true });
      typing.stop();
    };
  }, []);
  useSerialScan((text) => latest.current(text, text), listens);
  return received;
}
