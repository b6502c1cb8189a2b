// The switch "read all clocks as", and the ledger's filter. Without this script the page shows home clocks and every statement.
(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("data").textContent);
  var byId = function (id) { return document.getElementById(id); };
  var each = function (selector, act) { Array.prototype.forEach.call(document.querySelectorAll(selector), act); };
  var own = function (object, key) { return Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined; };

  function read(input) {
    var mode = input.value;
    var name = input.parentNode.textContent.trim();
    var tally = { holds: 0, fails: 0, other: 0 };
    each("rect.home[data-event]", function (bar) {
      var modes = own(data.events, bar.dataset.event) || {};
      var at = own(modes, mode) || own(modes, "all");
      if (!at) { return; }
      bar.classList.toggle("elsewhere", !own(modes, mode));
      bar.setAttribute("x", at[0]);
      bar.setAttribute("width", at[1]);
    });
    each("[data-claim]", function (badge) {
      var look = own(own(data.claims, badge.dataset.claim) || {}, mode);
      var zone = mode.indexOf("zone:") === 0;
      tally[look && (look[2] === "holds" || look[2] === "fails") ? look[2] : "other"]++;
      badge.hidden = !zone;
      badge.textContent = zone ? "All clocks on " + name + ": " + (look ? look[0] + " " + look[1] : "not in the table") : "";
      badge.className = "mode-verdict" + (look ? " v-" + look[2] : "");
    });
    byId("key-mode").textContent = name;
    byId("mode-said").textContent = "Reading by " + name + ": " + tally.holds + " of the claims hold, " + tally.fails + " fail" +
      (tally.other ? ", " + tally.other + " depend on more than this" : "") + ".";
  }

  var control = byId("switch");
  if (control) {
    control.hidden = false;
    control.addEventListener("change", function (event) { read(event.target); });
  }

  var filter = byId("filter");
  if (filter) {
    filter.hidden = false;
    var apply = function () {
      var voice = byId("filter-voice").value;
      var stance = byId("filter-stance").value;
      var shown = 0;
      each("#statements > li", function (item) {
        item.hidden = (voice && item.dataset.voice !== voice) || (stance && item.dataset.stance !== stance);
        shown += item.hidden ? 0 : 1;
      });
      byId("filter-said").textContent = shown + " shown";
    };
    filter.addEventListener("change", apply);
    filter.addEventListener("submit", function (event) { event.preventDefault(); });
    window.addEventListener("hashchange", function () { // a link to a statement that the filter hides shows it again
      var target = byId(decodeURIComponent(location.hash.slice(1)));
      if (target && target.hidden) { filter.reset(); apply(); target.scrollIntoView(); }
    });
  }

  // A link into a fold opens it.
  function reveal() {
    var target = byId(decodeURIComponent(location.hash.slice(1)));
    for (var node = target; node; node = node.parentElement) { if (node.tagName === "DETAILS") { node.open = true; } }
    if (target) { target.scrollIntoView(); }
  }
  window.addEventListener("hashchange", reveal);
  if (location.hash) { reveal(); }

  window.addEventListener("beforeprint", function () { each("details.brief", function (d) { if (!d.open) { d.dataset.shut = ""; d.open = true; } }); });
  window.addEventListener("afterprint", function () { each("details[data-shut]", function (d) { d.open = false; delete d.dataset.shut; }); });
})();
