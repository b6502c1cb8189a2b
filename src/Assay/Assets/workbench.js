// On a narrow page the names of the pages run on beyond the edge: the one that is open comes into view.
(function () {
  "use strict";
  var here = document.querySelector("nav.toc a[aria-current]"), list = here && here.closest("ul");
  if (list) { list.scrollLeft = here.offsetLeft - (list.clientWidth - here.offsetWidth) / 2; }
})();

// The page of long work: the bar moves, and the page that shows what came of it is opened when it is done.
(function () {
  "use strict";
  var work = document.getElementById("work");
  if (!work) { return; }
  var bar = document.getElementById("work-bar"), words = document.getElementById("work-words"), said = document.getElementById("work-said");
  var last = 0;
  function look() {
    fetch(work.dataset.state, { credentials: "same-origin" }).then(function (answer) { return answer.json(); }).then(function (state) {
      if (!state.running) { location.reload(); return; }
      words.textContent = state.words;
      if (state.stopping) { Array.prototype.forEach.call(work.querySelectorAll("form"), function (f) { f.remove(); }); }
      if (state.total > 0) { bar.max = state.total; bar.value = state.done; } else { bar.removeAttribute("value"); }
      if (Date.now() - last > 10000) { said.textContent = state.words; last = Date.now(); }
      setTimeout(look, 400);
    }).catch(function () { setTimeout(look, 3000); });
  }
  setTimeout(look, 400);
})();

// Files are sent with a bar that shows how much of them the server has, and can be called back. Without this script the browser sends them.
(function () {
  "use strict";
  function megabytes(bytes) { return (bytes / 1048576).toFixed(1); }

  function send(form, data) {
    var request = new XMLHttpRequest(), shown = document.createElement("div"), said = document.createElement("p");
    var bar = document.createElement("progress"), stop = document.createElement("button");
    shown.className = "sending";
    said.setAttribute("role", "status");
    said.textContent = "Sending";
    bar.setAttribute("aria-label", "Sending");
    stop.type = "button";
    stop.textContent = "Cancel";
    shown.append(said, bar, stop);
    form.appendChild(shown);
    form.setAttribute("aria-busy", "true");
    form.querySelector("button.main").disabled = true;
    function back(words) {
      said.textContent = words;
      bar.remove();
      stop.remove();
      form.removeAttribute("aria-busy");
      form.querySelector("button.main").disabled = false;
    }
    request.upload.onprogress = function (event) {
      if (!event.lengthComputable) { return; }
      bar.max = event.total;
      bar.value = event.loaded;
      said.textContent = "Sending: " + megabytes(event.loaded) + " of " + megabytes(event.total) + " MB";
    };
    request.upload.onload = function () {
      bar.removeAttribute("value");
      said.textContent = "Sent; the files are being opened";
      stop.remove();
    };
    request.onload = function () {
      if (request.responseURL && request.responseURL !== form.action) { location.assign(request.responseURL); return; }
      var came = new DOMParser().parseFromString(request.responseText, "text/html").querySelector("main");
      if (!came || !/html/.test(request.getResponseHeader("Content-Type") || "")) { back(request.responseText.slice(0, 400)); return; }
      document.querySelector("main").replaceWith(document.adoptNode(came));
      scrollTo(0, 0);
    };
    request.onerror = function () { back("The server did not take it: the connection broke, or it was too large. Nothing was added."); };
    request.onabort = function () { back("It was cancelled while it was sent. Nothing was added."); };
    stop.addEventListener("click", function () { request.abort(); });
    request.open("POST", form.action);
    request.send(data);
  }

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.enctype !== "multipart/form-data" || !form.querySelector("input[type=file]") || !window.FormData) { return; }
    event.preventDefault();
    Array.prototype.forEach.call(form.querySelectorAll(".sending"), function (old) { old.remove(); });
    send(form, new FormData(form, event.submitter));
  });
})();

// Keys of the reading view. Without this script every decision is a button of a form, and the page after it the next draft.
(function () {
  "use strict";
  var byId = function (id) { return document.getElementById(id); };
  var busy = false, seen = Date.now();
  if (!byId("desk")) { return; }

  // The mark of the draft in hand is brought into view without moving the page.
  function point() {
    var hand = document.querySelector("#desk .hand[data-item]");
    Array.prototype.forEach.call(document.querySelectorAll(".m.in-hand"), function (m) { m.classList.remove("in-hand"); });
    var place = hand && byId("q-" + hand.dataset.item);
    var words = byId("words");
    if (!place || !words) { return; }
    for (var mark = place.nextElementSibling; mark && !mark.classList.contains("m"); mark = mark.nextElementSibling) { }
    if (mark) { mark.classList.add("in-hand"); }
    words.scrollTop += place.getBoundingClientRect().top - words.getBoundingClientRect().top - words.clientHeight / 3;
  }

  // Keys can be turned off for good: single letters get in the way of speech input.
  function areOff() { try { return localStorage.getItem("keys") === "off"; } catch (e) { return false; } }
  function offer() {
    var button = byId("keys-off");
    if (!button) { return; }
    button.hidden = false;
    button.textContent = areOff() ? "Turn the keys on" : "Turn the keys off";
  }

  // Takes the desk of the page that came; the text stays where it is.
  function take(answer) {
    return answer.text().then(function (text) {
      var came = new DOMParser().parseFromString(text, "text/html").getElementById("desk");
      if (!came) { location.assign(answer.url); return; }
      byId("desk").replaceWith(document.adoptNode(came));
      if (answer.ok) { history.replaceState(null, "", answer.url); }
      document.body.tabIndex = -1;
      document.body.focus({ preventScroll: true });
      seen = Date.now();
      point();
      offer();
      again(0);
    });
  }

  // The case is tested beside the work: until that has ended the desk says so, and is asked for again. Nothing that somebody has open or is
  // typing in is taken away, and a key that was pressed meanwhile comes first.
  function again(turn) {
    var desk = byId("desk");
    if (!desk.dataset.again) { return; }
    setTimeout(function () {
      if (byId("desk") !== desk) { return; }
      fetch(desk.dataset.again, { headers: { "X-Desk-Only": "1" }, credentials: "same-origin" }).then(function (answer) { return answer.text(); }).then(function (text) {
        var came = new DOMParser().parseFromString(text, "text/html").getElementById("desk");
        if (byId("desk") !== desk) { return; }
        if (came && !came.dataset.again && !busy && !desk.querySelector("details[open]") && !desk.contains(document.activeElement)) {
          desk.replaceChildren.apply(desk, Array.prototype.slice.call(document.adoptNode(came).childNodes));
          delete desk.dataset.again;
          offer();
        } else {
          again(turn + 1);
        }
      }).catch(function () { });
    }, turn < 3 ? 80 : 400);
  }

  function fetchDesk(address, options) {
    if (busy) { return; }
    busy = true;
    options.headers = { "X-Desk-Only": "1" };
    options.credentials = "same-origin";
    byId("desk").setAttribute("aria-busy", "true");
    fetch(address, options).then(take).catch(function () { location.reload(); }).then(function () { busy = false; });
  }

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.closest("#desk")) { return; }
    event.preventDefault();
    var data = new FormData(form, event.submitter);
    if (form.elements.ms) { data.set("ms", String(Date.now() - seen)); }
    fetchDesk(form.action, { method: "POST", body: new URLSearchParams(data) });
  });

  document.addEventListener("click", function (event) {
    if (event.target.id === "keys-off") {
      try { localStorage.setItem("keys", areOff() ? "on" : "off"); } catch (e) { return; }
      offer();
      return;
    }
    var link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
    var address = new URL(link.href, location.href);
    if (address.pathname === location.pathname && !address.hash && (link.closest(".steps") || link.closest(".queue") || link.closest(".filters"))) {
      event.preventDefault();
      fetchDesk(link.href, {});
    } else if (link.classList.contains("m") && link.pathname.indexOf("/at/") > 0) {
      event.preventDefault(); // a mark takes its draft in hand
      var item = decodeURIComponent(link.pathname.split("/at/")[1]);
      fetchDesk(location.pathname + "?show=all&item=" + encodeURIComponent(item), {});
    } else if (link.classList.contains("m") && link.hash) {
      event.preventDefault();
    }
  });

  function press(selector) {
    var found = document.querySelector("#desk " + selector);
    if (found && found.getClientRects().length) { found.click(); } // what a reader does not see is not pressed
    return !!found;
  }

  function act(key) {
    if (key >= "1" && key <= "9") { return press(".pick[data-pick='" + key + "']"); }
    switch (key) {
      case "a": return press(".does-accept");
      case "A": return press(".accept-these");
      case "x": return press(".does-reject");
      case " ": return press(".does-skip");
      case "u": case "Backspace": return press("#undo");
      case "j": return press("#next");
      case "k": return press("#prev");
      case "?": byId("keys").open = !byId("keys").open; return true;
      case "e":
        if (!byId("edit")) { return false; }
        byId("edit").open = true;
        byId("edit").querySelector("input:not([type=hidden]), select, textarea").focus();
        return true;
    }
    return false;
  }

  document.addEventListener("keydown", function (event) {
    var on = event.target;
    if (event.key === "Escape" && byId("edit") && byId("edit").open) { on.blur(); byId("edit").open = false; return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || on.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(on.tagName)) { return; }
    if (event.key === " " && /^(BUTTON|A|SUMMARY)$/.test(on.tagName)) { return; }
    if (areOff()) { return; }
    if (act(event.key)) { event.preventDefault(); }
  });

  point();
  offer();
  again(0);
})();
