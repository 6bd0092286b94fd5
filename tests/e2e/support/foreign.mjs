// What other programs do to a page: a translator, a highlighter, a program that removes comments.

/** Replaces each text by two `<font>`, as a translator does, and says how many; the texts stay the same, but where translating is refused. */
export function translate(page) {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    const inText = texts.filter((text) => text.data.trim() && !text.parentElement.closest("svg, script, style, option, textarea, font"));
    for (const text of inText) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
    return inText.length;
  });
}

/** Cuts each text in two and marks its end, as a highlighter does. */
export function highlight(page) {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts.filter((one) => one.data.trim().length > 1 && !one.parentElement.closest("svg, script, style, option, textarea"))) {
      const end = text.splitText(text.length >> 1);
      const mark = document.createElement("mark");
      end.replaceWith(mark);
      mark.append(end);
    }
  });
}

/** Removes every comment, then joins the texts that stand side by side. */
export function removeComments(page) {
  return page.evaluate(removeCommentsHere);
}

/** Runs in the page: the same; gives how many main parts there are. */
export function removeCommentsHere() {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
  const comments = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.remove();
  document.body.normalize();
  return document.querySelectorAll("main").length;
}
