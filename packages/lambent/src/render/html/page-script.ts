/**
 * What the page can do beyond being read: sort the table, choose the theme, show the value under
 * the pointer. Nothing depends on it. Constant: its hash stands in the content security policy.
 */
export const PAGE_SCRIPT = `
"use strict";
(() => {
  const root = document.documentElement;
  const stored = () => { try { return localStorage.getItem("lambent-theme"); } catch { return null; } };
  const store = (theme) => { try { localStorage.setItem("lambent-theme", theme); } catch { /* private window */ } };
  const button = document.querySelector("button.theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const current = () => root.dataset.theme || (system.matches ? "dark" : "light");
  const label = () => { button.textContent = current() === "dark" ? "Light theme" : "Dark theme"; };
  const chosen = stored();
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
  button.hidden = false;
  label();
  button.addEventListener("click", () => {
    root.dataset.theme = current() === "dark" ? "light" : "dark";
    store(root.dataset.theme);
    label();
  });
  system.addEventListener("change", label);

  const status = document.querySelector("[data-sort-status]");
  for (const table of document.querySelectorAll("table[data-sortable]")) {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      if (!head.dataset.sort) return;
      const sorter = document.createElement("button");
      sorter.type = "button";
      sorter.textContent = head.textContent.trim();
      head.textContent = "";
      head.append(sorter);
      sorter.addEventListener("click", () => {
        const before = head.getAttribute("aria-sort");
        const first = head.dataset.sort === "text" ? "ascending" : "descending";
        const order = before === null ? first : before === "ascending" ? "descending" : "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", order);
        const sign = order === "ascending" ? 1 : -1;
        const value = (row) => row.cells[column].dataset.value;
        const rows = [...body.rows].sort((a, b) => {
          const x = value(a);
          const y = value(b);
          if (x === "" || y === "") return (x === "" ? 1 : 0) - (y === "" ? 1 : 0);
          return sign * (head.dataset.sort === "text" ? x.localeCompare(y, "en") : Number(x) - Number(y));
        });
        body.append(...rows);
        status.textContent = "Sorted by " + sorter.textContent + ", " + order + ".";
      });
    });
  }

  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true");
  document.body.append(tip);
  const textOf = (mark) => {
    const title = mark.querySelector(":scope > title");
    if (title) {
      mark.dataset.tip = title.textContent;
      title.remove();
    }
    return mark.dataset.tip;
  };
  document.addEventListener("pointermove", (event) => {
    const mark = event.target instanceof Element ? event.target.closest(".mark") : null;
    const text = mark ? textOf(mark) : "";
    tip.hidden = !text;
    if (!text) return;
    tip.textContent = text;
    const box = tip.getBoundingClientRect();
    const left = Math.min(event.clientX + 14, innerWidth - box.width - 8);
    const above = event.clientY - box.height - 12;
    tip.style.left = Math.max(8, left) + "px";
    tip.style.top = (above < 8 ? event.clientY + 18 : above) + "px";
  });
})();
`;
