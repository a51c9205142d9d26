import { pictureIn } from '../../core/scan/picture.js';
import { useLayoutEffect, useRef, useState } from '../../core/view.js';

/** Takes pictures and texts that are dropped on the page or pasted. Returns whether something is held over the page. */
export function useTransfer({ onFile, onText }) {
  const [over, setOver] = useState(false);
  const latest = useRef();
  latest.current = { onFile, onText };
  useLayoutEffect(() => {
    const paste = (event) => {
      event.preventDefault();
      const file = pictureIn(event.clipboardData);
      const text = event.clipboardData.getData('text');
      if (file) latest.current.onFile(file);
      else if (text) latest.current.onText(text);
    };
    const drag = (event) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = () => setOver(false);
    const drop = (event) => {
      event.preventDefault();
      setOver(false);
      latest.current.onFile(pictureIn(event.dataTransfer) ?? event.dataTransfer.files[0]);
    };
    const heard = { paste, dragover: drag, dragleave: leave, drop };
    Object.entries(heard).forEach(([name, listener]) => addEventListener(name, listener));
    return () => Object.entries(heard).forEach(([name, listener]) => removeEventListener(name, listener));
  }, []);
  return over;
}
