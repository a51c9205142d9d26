import { cameraProblem, cameras, facesCashier, openCamera, rememberCamera } from '../../core/scan/camera.js';
import { useEffect, useState } from '../../core/view.js';

const CLOSED = { on: false, choices: [] };

/** Shows a camera in the video element for as long as it stands on the page. */
export function useCamera(video) {
  const [camera, setCamera] = useState(CLOSED);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let gone = false;
    let stream;
    const close = () => stream?.getTracks().forEach((track) => track.stop());
    const fail = (error) => {
      close();
      if (!gone) setCamera({ ...CLOSED, problem: cameraProblem(error) });
    };
    const open = async () => {
      stream = await openCamera();
      const [track] = stream.getVideoTracks();
      if (gone) return close();
      track.addEventListener('ended', () => fail(new DOMException('unplugged', 'NotReadableError')));
      video.current.srcObject = stream;
      const choices = await cameras();
      if (!gone) setCamera({ on: true, mirrored: facesCashier(track), id: track.getSettings().deviceId, choices });
    };
    open().catch(fail);
    return () => {
      gone = true;
      close();
    };
  }, [attempt]);

  const again = () => {
    setCamera(CLOSED);
    setAttempt((count) => count + 1);
  };
  return {
    ...camera,
    retry: again,
    choose(id) {
      rememberCamera(id);
      again();
    },
  };
}
