// Search and filter. Every page can be read without this.
"use strict";

for (const form of document.querySelectorAll("form[data-script]")) form.hidden = false;

function startFilter(form) {
  const rows = Array.from(document.querySelectorAll("[data-chapter]"));
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const status = form.querySelector("[role=status]");
  const choices = Array.from(form.querySelectorAll("select"));

  function apply() {
    const words = form.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, index) => {
      const fits = choices.every((choice) => !choice.value || row.dataset[choice.name] === choice.value)
        && words.every((word) => texts[index].includes(word));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    for (const group of document.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector("[data-chapter]:not([hidden])");
    }
    status.textContent = `${shown} of ${rows.length} ${form.dataset.filters}`;
  }

  for (const [name, value] of new URLSearchParams(location.search)) {
    const control = form.elements.namedItem(name);
    if (control) control.value = value;
  }
  for (const kind of ["input", "change"]) form.addEventListener(kind, apply);
  apply();
}

for (const form of document.querySelectorAll("form[data-filters]")) startFilter(form);

// On paper nothing can be opened.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
});
