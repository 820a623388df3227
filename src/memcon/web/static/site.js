// An enhancement only: every page works without it.
"use strict";

// On a report's page, the words and the record of one item light up together.
const marked = document.querySelectorAll("[data-items]");
const byItem = new Map();
for (const piece of marked) {
  for (const item of piece.dataset.items.split(" ")) {
    byItem.set(item, [...(byItem.get(item) ?? []), piece]);
  }
}
function light(item, on) {
  for (const piece of byItem.get(item) ?? []) piece.classList.toggle("lit", on);
  document.getElementById(item)?.classList.toggle("lit", on);
}
for (const piece of marked) {
  const narrowest = piece.dataset.items.split(" ")[0];
  for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focus", true], ["blur", false]]) {
    piece.addEventListener(event, () => light(narrowest, on));
  }
}
for (const item of document.querySelectorAll(".record .item")) {
  for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
    item.addEventListener(event, () => light(item.id, on));
  }
}

// “/” goes to the search, as readers of other archives expect.
document.addEventListener("keydown", (event) => {
  const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");
  if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    document.getElementById("q")?.focus();
    event.preventDefault();
  }
});
