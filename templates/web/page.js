// The page is whole without this: it only brings out the buttons that copy, where the browser lets a page copy.
(() => {
  if (!window.isSecureContext || !navigator.clipboard) return;
  const texts = JSON.parse(document.getElementById("texts").textContent);
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(texts[button.dataset.copy]);
      } catch {
        return;
      }
      button.textContent = button.dataset.done;
      document.getElementById("said").textContent = button.dataset.done;
      setTimeout(() => { button.textContent = words; }, 2000);
    });
  }
})();
