/**
 * The script of a chart's page. It shows the name of the mark nearest to the pointer, and lets the arrow keys walk over
 * the marks. Without it the browser still shows each mark's `<title>`, and the table holds everything.
 */
export const tooltipScript = `
(() => {
  const svg = document.querySelector("svg.qualia-chart");
  const tip = document.getElementById("tip");
  const marks = [...svg.querySelectorAll("[data-index]")];
  if (marks.length === 0) return;

  // The browser's own tooltips would cover ours. The chart keeps its name in aria-label.
  svg.querySelector("title").remove();
  svg.setAttribute("role", "group");
  const names = marks.map((mark, index) => {
    const title = mark.querySelector("title");
    const name = title.textContent;
    title.remove();
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", name);
    mark.setAttribute("tabindex", index === 0 ? "0" : "-1");
    return name;
  });

  const boxes = () => marks.map((mark) => mark.getBoundingClientRect());
  const isStacked = () => {
    const all = boxes();
    return all.length > 1 && Math.abs(all[0].left - all[all.length - 1].left) < 1;
  };
  let current = -1;

  const hide = () => {
    if (current >= 0) marks[current].classList.remove("is-current");
    current = -1;
    tip.hidden = true;
  };
  const show = (index) => {
    if (index === current) return;
    hide();
    current = index;
    marks[index].classList.add("is-current");
    tip.textContent = names[index];
    tip.hidden = false;
    place();
  };
  const place = () => {
    const mark = marks[current].getBoundingClientRect();
    const own = tip.getBoundingClientRect();
    const left = mark.left + mark.width / 2 - own.width / 2;
    const above = mark.top - own.height - 8;
    const top = above >= 4 ? above : mark.top + 8;
    tip.style.left = Math.max(4, Math.min(left, document.documentElement.clientWidth - own.width - 4)) + "px";
    tip.style.top = Math.max(4, Math.min(top, window.innerHeight - own.height - 4)) + "px";
  };
  const nearest = (event) => {
    const stacked = isStacked();
    const distances = boxes().map((box) =>
      stacked
        ? Math.abs(event.clientY - (box.top + box.bottom) / 2)
        : Math.abs(event.clientX - (box.left + box.right) / 2),
    );
    return distances.indexOf(Math.min(...distances));
  };
  const walk = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -marks.length, End: marks.length };

  svg.addEventListener("pointermove", (event) => show(nearest(event)));
  svg.addEventListener("pointerdown", (event) => show(nearest(event)));
  svg.addEventListener("pointerleave", hide);
  svg.addEventListener("focusin", (event) => show(marks.indexOf(event.target)));
  svg.addEventListener("focusout", hide);
  // Focus scrolls its mark into view: the tip goes with it.
  const follow = () => (current >= 0 && marks[current] === document.activeElement ? place() : hide());
  window.addEventListener("scroll", follow, { capture: true, passive: true });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return hide();
    const index = marks.indexOf(document.activeElement);
    const by = walk[event.key];
    if (index < 0 || by === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(marks.length - 1, index + by));
    marks[index].setAttribute("tabindex", "-1");
    marks[next].setAttribute("tabindex", "0");
    marks[next].focus();
  });
})();
`;
