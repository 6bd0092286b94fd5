// A film for the fake camera of Chromium: QR codes that are held before it one after the other.
import { writeFileSync } from "node:fs";

const [WIDTH, HEIGHT] = [640, 480];

/** The light and dark of a picture of this code, grey around it. */
export function picture({ viewBox, path }) {
  const luma = new Uint8Array(WIDTH * HEIGHT).fill(110);
  const side = Number(viewBox.split(" ")[2]);
  const scale = Math.floor((HEIGHT - 60) / side);
  const [left, top] = [Math.floor((WIDTH - scale * side) / 2), Math.floor((HEIGHT - scale * side) / 2)];
  const fill = (x, y, width, height, value) => {
    for (let row = 0; row < height * scale; row += 1) {
      const start = (top + y * scale + row) * WIDTH + left + x * scale;
      luma.fill(value, start, start + width * scale);
    }
  };
  fill(0, 0, side, side, 240);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) fill(Number(x), Number(y), Number(width), 1, 20);
  return luma;
}

/** The same, moved while it was taken: no reader makes anything of it. */
export function blurred(luma) {
  const radius = 18;
  return luma.map((_, place) => {
    let sum = 0;
    for (let step = -radius; step <= radius; step += 1) sum += luma[Math.min(luma.length - 1, Math.max(0, place + step))];
    return sum / (2 * radius + 1);
  });
}

/** Nothing before the camera. */
export function nothing() {
  return new Uint8Array(WIDTH * HEIGHT).fill(110);
}

/** Writes the film: each picture for as many frames as it says, ten a second. */
export function film(file, pictures) {
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frames = pictures.flatMap(({ luma, frames: count }) => Array.from({ length: count }, () => [Buffer.from("FRAME\n"), Buffer.from(luma), colours]).flat());
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), ...frames]));
}
