// The link to give, and the code to scan that shows it.
import jsQR from "jsqr";

export class Sharing {
  constructor(page) {
    this.page = page;
    this.link = page.locator("[data-share-link]");
    this.showQr = page.getByRole("button", { name: "Afficher le QR code" });
    this.hideQr = page.getByRole("button", { name: "Masquer le QR code" });
    this.qr = page.locator("[data-qr]");
    this.notLoaded = page.getByText("Le QR code n’a pas pu être chargé. Copiez le lien, ou rechargez la page.");
  }

  /** What a reader makes of the code as it is shown; nothing where it cannot read it. */
  async scanned() {
    const picture = await this.qr.screenshot({ animations: "disabled" });
    const { pixels, width, height } = await this.page.evaluate(pixelsOf, `data:image/png;base64,${picture.toString("base64")}`);
    // Dark on light only: that is what every reader can do.
    return jsQR(new Uint8ClampedArray(Buffer.from(pixels, "base64")), width, height, { inversionAttempts: "dontInvert" })?.data;
  }
}

/** Runs in the page: the colours of a picture, four bytes for each pixel, as one text: a list of numbers takes seconds. */
async function pixelsOf(address) {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const bytes = context.getImageData(0, 0, canvas.width, canvas.height).data;
  let pixels = "";
  // A call takes so many values at most.
  for (let start = 0; start < bytes.length; start += 30_000) pixels += String.fromCharCode(...bytes.subarray(start, start + 30_000));
  return { pixels: btoa(pixels), width: canvas.width, height: canvas.height };
}
