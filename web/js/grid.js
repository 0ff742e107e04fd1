// The graticule, as fine as the view bears, with its degrees at the edges.
import { colour } from './theme.js';

const STEPS = [30, 20, 10, 5, 2, 1, 0.5, 1 / 3, 1 / 6, 1 / 12, 1 / 30, 1 / 60, 1 / 120];
const WIDE = 150; // pixels between two lines, at least

export function drawGrid(pen, view, map, screen) {
  const perDegree = view.world / 360;
  const step = STEPS.filter((s) => s * perDegree >= WIDE).at(-1) ?? 30;
  const bounds = map.getBounds();
  pen.strokeStyle = colour('map-grid');
  pen.fillStyle = colour('map-grid-text');
  pen.lineWidth = 1;
  pen.font = '400 10px "Noto Sans Mono"';
  pen.beginPath();
  const west = Math.ceil(bounds.getWest() / step - 1e-9);
  const east = Math.floor(bounds.getEast() / step);
  const south = Math.ceil(Math.max(-85, bounds.getSouth()) / step);
  const north = Math.floor(Math.min(85, bounds.getNorth()) / step);
  pen.textBaseline = 'bottom';
  for (let i = west; i <= east; i++) {
    // Not the nearest copy of the world, but this very one.
    const x = ((i * step + 180) / 360 - view.cx) * view.world + view.w / 2;
    pen.moveTo(x, 0);
    pen.lineTo(x, view.h);
    if (x > 190 && x < view.w - 40) pen.fillText(name(((i * step + 540) % 360 + 360) % 360 - 180, 'E', 'W'), x + 3, view.h - 3);
  }
  for (let i = south; i <= north; i++) {
    const [, y] = screen(0, i * step);
    pen.moveTo(0, y);
    pen.lineTo(view.w, y);
    if (y > 60 && y < view.h - 60) {
      const text = name(i * step, 'N', 'S');
      pen.fillText(text, view.w - pen.measureText(text).width - 4, y - 2);
    }
  }
  pen.stroke();
}

function name(degrees, plus, minus) {
  const size = Math.abs(degrees);
  const whole = Math.floor(size + 1e-6);
  const minutes = Math.round((size - whole) * 600) / 10;
  const side = size < 1e-6 ? '' : degrees > 0 ? plus : minus;
  return minutes ? `${whole}°${minutes}′${side}` : `${whole}°${side}`;
}
