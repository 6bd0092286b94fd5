// The floor: the least that a person could write by hand, one HTML file with the same 63 boxes, the same three figures
// and a radar of six axes. It keeps the boxes in localStorage, and nothing else that the application does.
import { FIELDS, ITEMS } from "../e2e/pages/official.mjs";

/** The page, as text. */
export function floorPage() {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>NumEA</title><style>${STYLE}</style></head><body>
<header><h1>NumEA-Établissement</h1>
<p>${[1, 2, 3].map((stage) => `Étape ${stage} : <b data-figure="stage-${stage}">0 sur ${ITEMS.length}</b>`).join(" ")}</p>
<svg data-chart viewBox="-110 -110 220 220" width="220" role="img" aria-label="Positionnement">${[1, 2, 3].map((stage) => `<path id="p${stage}" fill="none" stroke="${COLOURS[stage - 1]}"/>`).join("")}</svg>
</header><main>${FIELDS.map(field).join("\n")}</main>
<script>${SCRIPT}</script></body></html>
`;
}

const COLOURS = ["#b97a18", "#1f6399", "#43204f"];

const STYLE = `body{font:17px/1.5 system-ui,sans-serif;max-width:60rem;margin:auto;padding:1rem;color:#1d2b27;background:#fbf8f1}
fieldset{border:1px solid #7d7565;border-radius:8px;margin:1rem 0;background:#fff}label{display:block;padding:.4rem 0}`;

const SCRIPT = `const boxes=[...document.querySelectorAll("input")],fields=${JSON.stringify(FIELDS.map(({ id }) => id))},key="floor";
const kept=JSON.parse(localStorage.getItem(key)||"[]");boxes.forEach((box,i)=>{box.checked=!!kept[i]});
function show(){for(const stage of [1,2,3]){const all=boxes.filter((box)=>box.dataset.stage==stage),on=all.filter((box)=>box.checked).length;
document.querySelector('[data-figure="stage-'+stage+'"]').textContent=on+" sur "+all.length+" – "+Math.round(100*on/all.length)+" %";
document.getElementById("p"+stage).setAttribute("d","M"+fields.map((id,i)=>{const of=all.filter((box)=>box.dataset.item.startsWith(id)),
r=100*of.filter((box)=>box.checked).length/of.length,a=i*Math.PI/3;return (r*Math.sin(a)).toFixed(1)+" "+(-r*Math.cos(a)).toFixed(1)}).join("L")+"Z")}}
addEventListener("change",()=>{show();localStorage.setItem(key,JSON.stringify(boxes.map((box)=>box.checked)))});show();`;

function field({ id, title, aim, items }) {
  return `<section><h2>${id} ${escaped(title)}</h2><p>${escaped(aim)}</p>${items.map(item).join("\n")}</section>`;
}

function item({ id, title, statements }) {
  const boxes = statements.map((conditions, row) =>
    `<label><input type="checkbox" data-item="${id}" data-stage="${row + 1}"> ${escaped(conditions.join(" "))}</label>`);
  return `<fieldset><legend>${id} ${escaped(title)}</legend>${boxes.join("")}</fieldset>`;
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
