import { cameraProblem, cameras, facesCashier, hasTorch, openCamera, rememberCamera, setTorch } from '../../core/scan/camera.js';
import { useEffect, useRef, useState } from '../../core/view.js';

const CLOSED = { on: false, choices: [] };
const UNPLUGGED = 'camera.gone';
const MAY_COME = [UNPLUGGED, 'camera.none'];

/** Shows a camera in the video element for as long as it stands on the page. One that is plugged in meanwhile is taken. */
export function useCamera(video) {
  const [camera, setCamera] = useState(CLOSED);
  const [attempt, setAttempt] = useState(0);
  const opened = useRef();
  const problem = useRef();
  problem.current = camera.problem;

  const again = () => {
    setCamera(CLOSED);
    setAttempt((count) => count + 1);
  };

  useEffect(() => {
    let gone = false;
    let stream;
    const close = () => stream?.getTracks().forEach((track) => track.stop());
    const fail = async (why) => {
      close();
      const choices = await cameras().catch(() => []);
      if (!gone) setCamera({ ...CLOSED, problem: why, choices });
    };
    const open = async () => {
      stream = await openCamera();
      const [track] = stream.getVideoTracks();
      if (gone) return close();
      opened.current = track;
      track.addEventListener('ended', () => fail(UNPLUGGED));
      video.current.srcObject = stream;
      const torch = hasTorch(track) ? 'off' : undefined;
      const shown = { on: true, mirrored: facesCashier(track), id: track.getSettings().deviceId, torch };
      const choices = await cameras();
      if (!gone && track.readyState === 'live') setCamera({ ...shown, choices });
    };
    open().catch((error) => fail(cameraProblem(error)));
    return () => {
      gone = true;
      close();
    };
  }, [attempt]);

  useEffect(() => {
    const changed = async () => {
      const choices = await cameras();
      if (choices.length > 0 && MAY_COME.includes(problem.current)) again();
      else setCamera((before) => ({ ...before, choices }));
    };
    navigator.mediaDevices?.addEventListener('devicechange', changed);
    return () => navigator.mediaDevices?.removeEventListener('devicechange', changed);
  }, []);

  return {
    ...camera,
    retry: again,
    choose(id) {
      rememberCamera(id);
      again();
    },
    async light(on) {
      const done = await setTorch(opened.current, on);
      if (done) setCamera((before) => ({ ...before, torch: on ? 'on' : 'off' }));
    },
  };
}
