const boxes = [...document.querySelectorAll(".bar [type=checkbox]")];
const pairs = [...document.querySelectorAll(".pair")];
const shown = document.getElementById("shown");
const visible = () => pairs.filter((pair) => !pair.hidden);
function filter() {
  const wanted = { change: new Set(), severity: new Set(), kinds: new Set() };
  boxes.filter((box) => box.checked).forEach((box) => {
    Object.keys(wanted).forEach((name) => { if (name in box.dataset) wanted[name].add(box.dataset[name]); });
  });
  pairs.forEach((pair) => {
    pair.hidden = !Object.keys(wanted).every((name) => pair.dataset[name].split(" ").some((one) => wanted[name].has(one)));
  });
  shown.textContent = `${visible().length} / ${pairs.length}`;
}
function go(step) {
  const stops = visible();
  if (!stops.length) return;
  const here = stops.indexOf(document.activeElement);
  const next = here < 0 ? (step > 0 ? 0 : stops.length - 1) : (here + step + stops.length) % stops.length;
  stops[next].focus({ preventScroll: true });
  stops[next].scrollIntoView({ block: "start" });
}
boxes.forEach((box) => box.addEventListener("change", filter));
document.getElementById("next").addEventListener("click", () => go(1));
document.getElementById("previous").addEventListener("click", () => go(-1));
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, button")) return;
  if (event.key === "n" || event.key === "j") go(1);
  if (event.key === "p" || event.key === "k") go(-1);
});
document.querySelectorAll(".jump").forEach((button) => button.addEventListener("click", () => {
  const pair = pairs[Number(button.dataset.pair)];
  pair.hidden = false;
  pair.focus({ preventScroll: true });
  pair.scrollIntoView({ block: "start" });
}));
window.addEventListener("beforeprint", () => document.querySelectorAll("details.brief").forEach((one) => { one.open = true; }));
filter();
