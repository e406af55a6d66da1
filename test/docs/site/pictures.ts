import type { Page } from "playwright-core";

/**
 * The pictures of a page that have loaded, by their names, with how the browser paints their grounds. A screenshot is read, because
 * no script sees which colours a picture chose.
 */
export async function picturesOf(page: Page): Promise<readonly (readonly [name: string, ground: "light" | "dark"])[]> {
  const names = await page.evaluate<string[]>(LOADED);
  const shown: (readonly [string, "light" | "dark"])[] = [];
  for (const name of names) {
    const screenshot = await page.locator(`figure.made img[src$="/${name}"]`).screenshot();
    const red = await page.evaluate<number>(redOf(screenshot.toString("base64")));
    shown.push([name, red < 128 ? "dark" : "light"]);
  }
  return shown;
}

/** The names of all that can be drawn, in their order; one that cannot is an error. */
const LOADED = `Promise.all(Array.from(document.querySelectorAll("figure.made img"), async (image) => {
  await image.decode();
  return image.src.replace(/.*\\//, "");
}))`;

/** The red of a pixel inside of the border of a screenshot. */
const redOf = (screenshot: string): string => `(async () => {
  const image = new Image();
  image.src = "data:image/png;base64,${screenshot}";
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  return canvas.getImageData(12, 12, 1, 1).data[0];
})()`;
