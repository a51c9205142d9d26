package io.kassa.itests.walk;

/** What of a page is not seen without scrolling sideways; but for the sections of Configuration, a row to scroll on a phone. */
final class Overflow {
    private Overflow() {}

    /** What reaches beyond the window to the side, or is wider than what it stands in. */
    static String in(Window window) {
        return window.runs("""
                const page = document.scrollingElement;
                const seen = [...document.body.querySelectorAll('*')].filter((each) =>
                    each instanceof HTMLElement && each.checkVisibility() && !each.closest('.unseen, .side'));
                const beyond = seen.filter((each) => {
                    const { left, right } = each.getBoundingClientRect();
                    return left < -0.5 || right > innerWidth + 0.5;
                });
                // what scrolls does so down only, what has a frame holds what is in it; dots at the end of a text are meant
                const tooWide = seen.filter((each) => {
                    const { overflowX, textOverflow } = getComputedStyle(each);
                    const holds = overflowX !== 'visible' || each.matches('button, .card, dialog');
                    return holds && each.scrollWidth > each.clientWidth + 1 && textOverflow !== 'ellipsis';
                });
                const words = [...beyond, ...tooWide].map((each) =>
                    `${each.scrollWidth} in ${each.clientWidth}: ${each.outerHTML.slice(0, 120)}`);
                if (page.scrollWidth > innerWidth) words.unshift(`the page: ${page.scrollWidth}`);
                if (page.scrollHeight > innerHeight) words.unshift(`the page, down: ${page.scrollHeight}`);
                return words.join('\\n');
                """);
    }
}
