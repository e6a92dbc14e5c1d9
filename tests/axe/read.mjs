// Prints the text of a PDF as pdf.js reads it, which Firefox is made with.
import { readFileSync } from "node:fs";

globalThis.DOMMatrix = class {}; // what only drawing needs: pdf.js asks for it when it is loaded
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");

const data = new Uint8Array(readFileSync(process.argv[2]));
const pdf = await getDocument({ data, verbosity: 0 }).promise;
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  process.stdout.write(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("") + "\n");
}
