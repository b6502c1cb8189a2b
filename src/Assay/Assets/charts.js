// Draws the charts of a page with Vega-Lite from the data in the page. Without this script the tables hold the same numbers.
(() => {
  "use strict";
  const { vega, vegaLite } = window;
  const hosts = [...document.querySelectorAll("[data-chart]")];
  const colours = { ink: "--ink", soft: "--soft", paper: "--card", wash: "--low", none: "--none", observed: "--link", expected: "--expected", strong: "--fails" };
  let views = [];

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function fill(value, unit, data) {
    if (Array.isArray(value)) return value.map(v => fill(v, unit, data));
    if (value && typeof value === "object") {
      if (value.name === "world") return { values: data.world, format: { type: "topojson", feature: "countries" } };
      if (value.name === "rows") return { values: data.rows };
      return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, fill(v, unit, data)]));
    }
    if (typeof value !== "string" || !value.startsWith("@")) return value;
    if (value.startsWith("@unit")) return unit + value.slice(5);
    return colours[value.slice(1)] ? colour(colours[value.slice(1)]) : value;
  }

  function config() {
    const [ink, soft, rule] = [colour("--ink"), colour("--soft"), colour("--rule")];
    const text = { labelColor: ink, titleColor: soft, labelFontSize: 12, titleFontSize: 12, titleFontWeight: "normal" };
    return {
      background: null, aria: false, font: "system-ui, sans-serif", view: { stroke: null },
      axis: { ...text, gridColor: rule, domainColor: soft, tickColor: soft }, legend: { ...text, symbolStrokeWidth: 3 },
    };
  }

  // The chart is one image with a name; the table says the rest to those who hear the page.
  function quiet(host) {
    host.querySelectorAll("svg, svg *").forEach(part => ["role", "aria-roledescription", "aria-label"].forEach(name => part.removeAttribute(name)));
    host.querySelector("svg").setAttribute("aria-hidden", "true");
  }

  async function draw() {
    views.forEach(view => view.finalize());
    views = [];
    const world = document.getElementById("world");
    for (const host of hosts) {
      const { spec, rows, unit } = JSON.parse(document.getElementById(host.dataset.chart).textContent);
      const data = { rows, world: world ? JSON.parse(world.textContent) : null };
      const filled = fill(spec, unit, data);
      if (!filled.data) filled.data = { values: rows };
      filled.autosize = { type: "fit-x", contains: "padding" };
      const compiled = vegaLite.compile(filled, { config: config(), logger: vega.logger(vega.Error) }).spec;
      host.textContent = "";
      const view = new vega.View(vega.parse(compiled, null, { ast: true }), { expr: vega.expressionInterpreter, renderer: "svg", container: host, logLevel: vega.Error });
      await view.runAsync();
      quiet(host);
      views.push(view);
      host.classList.add("drawn");
    }
  }

  function sortable(table) {
    const body = table.tBodies[0];
    table.querySelectorAll("thead th").forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") !== "descending";
        table.querySelectorAll("thead th").forEach(h => h.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const key = row => row.cells[column].dataset.value ?? row.cells[column].textContent;
        const compare = (a, b) => isNaN(a) || isNaN(b) ? (isNaN(a) && isNaN(b) ? a.localeCompare(b) : isNaN(a) ? -1 : 1) : a - b;
        [...body.rows].sort((a, b) => (down ? -1 : 1) * compare(key(a), key(b))).forEach(row => body.append(row));
      });
    });
  }

  document.querySelectorAll("table.sortable").forEach(sortable);
  if (vega && vegaLite && hosts.length > 0) {
    draw();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  }
})();
