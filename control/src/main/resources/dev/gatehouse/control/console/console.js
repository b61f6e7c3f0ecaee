// What makes pages livelier; every page works without it.
(function () {
  "use strict";

  // Server-sent events say what has changed; htmx then asks for the part of the page again.
  var live = document.body.dataset.live;
  if (live && window.EventSource) {
    var source = new EventSource(live);
    ["sessions", "requests"].forEach(function (name) {
      var due = 0;
      source.addEventListener(name, function () {
        if (!due) {
          due = setTimeout(function () {
            due = 0;
            document.body.dispatchEvent(new Event("live-" + name));
          }, document.hidden ? 10000 : 400);
        }
      });
    });
  }

  // Keys: / goes to the first filter.
  document.addEventListener("keydown", function (event) {
    var writing = event.target.matches("input, textarea, select");
    if (event.key === "/" && !writing) {
      var first = document.querySelector(".filters input");
      if (first) {
        event.preventDefault();
        first.focus();
      }
    }
  });

  // A key that presses a button, or goes to a field, of the same page.
  document.addEventListener("keydown", function (event) {
    if (event.target.matches("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    var button = document.querySelector("[data-key='" + CSS.escape(event.key) + "']");
    var field = document.querySelector("[data-key-focus='" + CSS.escape(event.key) + "']");
    if (button) { event.preventDefault(); button.click(); }
    if (field) { event.preventDefault(); field.focus(); }
  });

  // What somebody has begun to write, or a preview that they look at, is not taken away by news.
  document.body.addEventListener("htmx:beforeSwap", function (event) {
    var target = event.detail.target;
    var writing = target && Array.from(target.querySelectorAll("textarea")).some(function (field) {
      return field === document.activeElement || (field.value !== field.defaultValue);
    });
    var looking = target && target.id === "request" && target.querySelector("#preview .effect, #preview .notice");
    if (writing || looking) { event.detail.shouldSwap = false; }
  });

  // Copies what stands beside a button.
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    if (!button || !navigator.clipboard) { return; }
    navigator.clipboard.writeText(button.parentElement.querySelector("code").textContent).then(function () {
      button.textContent = button.dataset.copied;
    });
  });

  document.querySelectorAll("[data-player]").forEach(player);

  // Shows the steps of a replay one after another, as they happened.
  function player(bar) {
    var steps = Array.from(document.querySelectorAll("[data-steps] > li"));
    var position = steps.length;
    var timer = 0;
    var control = {};
    bar.querySelectorAll("[data-do]").forEach(function (each) { control[each.dataset.do] = each; });
    bar.hidden = false;

    function show(next, scroll) {
      position = Math.max(1, Math.min(steps.length, next));
      steps.forEach(function (step, i) {
        step.classList.toggle("later", i >= position);
        step.classList.toggle("now", i === position - 1);
      });
      control.seek.value = position;
      var seconds = (Number(steps[position - 1].dataset.at) / 1000).toFixed(1);
      bar.querySelector("[data-position]").textContent = position + " / " + steps.length + " · " + seconds + " s";
      if (scroll) {
        steps[position - 1].scrollIntoView({ block: "nearest" });
      }
    }

    function stop() {
      clearTimeout(timer);
      timer = 0;
      control.play.textContent = bar.dataset.paused;
    }

    function play() {
      if (position >= steps.length) {
        stop();
        return;
      }
      var wait = Number(steps[position].dataset.at) - Number(steps[position - 1].dataset.at);
      timer = setTimeout(function () {
        show(position + 1, true);
        play();
      }, Math.min(3000, Math.max(150, wait / Number(control.speed.value))));
    }

    function toggle() {
      if (timer) {
        stop();
        return;
      }
      control.play.textContent = bar.dataset.playing;
      if (position >= steps.length) {
        show(1, true);
      }
      play();
    }

    control.play.addEventListener("click", toggle);
    control.back.addEventListener("click", function () { stop(); show(position - 1, true); });
    control.next.addEventListener("click", function () { stop(); show(position + 1, true); });
    control.seek.addEventListener("input", function () { stop(); show(Number(control.seek.value), true); });
    document.addEventListener("keydown", function (event) {
      if (event.target.matches("input, textarea, select, button, summary, a") || event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      if (event.key === " ") { event.preventDefault(); toggle(); }
      if (event.key === "ArrowLeft") { stop(); show(position - 1, true); }
      if (event.key === "ArrowRight") { stop(); show(position + 1, true); }
    });
    show(steps.length, false);
  }
})();
