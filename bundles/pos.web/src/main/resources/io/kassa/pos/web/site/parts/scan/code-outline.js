import { html } from '../../core/view.js';

/**
 * A frame round each code that was read. It lies over the video and is cut and mirrored as that is: `slice` is to a drawing what
 * `object-fit: cover` is to a video, so that no place has to be computed.
 */
export function CodeOutline({ outline, mirrored }) {
  const { codes, width, height, state, taken } = outline;
  return html`
    <svg
      key=${taken}
      class=${`outline ${state} ${mirrored ? 'mirrored' : ''}`}
      viewBox=${`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      data-testid="outline"
      data-state=${state}
    >
      ${codes.map((corners) => html`<polygon points=${corners.map(({ x, y }) => `${x},${y}`).join(' ')} />`)}
    </svg>
  `;
}
