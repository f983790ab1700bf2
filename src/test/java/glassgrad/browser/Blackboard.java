package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The page of expressions as a person meets it. */
final class Blackboard {
    /** The editor comes after the first view. */
    private static final int EDITOR_MILLIS = 20_000;

    private final Page page;

    private Blackboard(Page page) {
        this.page = page;
    }

    /** Opens the page as it is without an address of its own. */
    static Blackboard open(Page page, String url) {
        return at(page, url + "expressions");
    }

    static Blackboard at(Page page, String url) {
        page.navigate(url);
        return new Blackboard(page).ready();
    }

    /** Waits until the editor is there. */
    Blackboard ready() {
        assertThat(editor()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(EDITOR_MILLIS));
        return this;
    }

    Locator editor() {
        return page.locator("#board .cm-content");
    }

    /** What is marked in the editor. */
    Locator mistake() {
        return page.locator("#board .mistake");
    }

    Blackboard write(String text) {
        editor().focus();
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().insertText(text);
        return this;
    }

    /** As write, for what is too long to be typed. */
    Blackboard paste(String text) {
        editor().focus();
        page.keyboard().press("ControlOrMeta+a");
        editor().evaluate("""
                (element, text) => {
                  const clipboardData = new DataTransfer();
                  clipboardData.setData('text/plain', text);
                  element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
                }
                """, text);
        return this;
    }

    Blackboard example(String title) {
        button("Examples").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title).setExact(true))
                .click();
        return this;
    }

    /** Waits for the large result: "L = −8". */
    Blackboard shows(String result) {
        assertThat(page.locator("#board .board-result:not(.stale)")).hasText(result);
        return this;
    }

    Blackboard shows(Pattern result) {
        assertThat(page.locator("#board .board-result:not(.stale)")).hasText(result);
        return this;
    }

    /** The row of a name in the table. */
    Locator row(String name) {
        return page.locator("#names tbody tr:not(.spacer)")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(name).setExact(true))));
    }

    Blackboard value(String name, String number) {
        assertThat(row(name).locator("td").nth(1)).hasText(number);
        return this;
    }

    Blackboard gradient(String name, String number) {
        assertThat(row(name).locator("td").nth(2)).hasText(number);
        return this;
    }

    Blackboard gradient(String name, Pattern number) {
        assertThat(row(name).locator("td").nth(2)).hasText(number);
        return this;
    }

    /** The right gradient, beside a wrong one. */
    Blackboard correct(String name, String number) {
        assertThat(row(name)).hasClass(Pattern.compile("is-wrong"));
        assertThat(row(name).locator("td").nth(3)).hasText(number);
        return this;
    }

    /** The field of an input. */
    Locator input(String name) {
        return page.getByRole(
                AriaRole.SPINBUTTON,
                new Page.GetByRoleOptions().setName("Value of " + name).setExact(true));
    }

    /** What an input is dragged by. */
    Locator grip(String name) {
        return page.locator("#inputs label", new Page.LocatorOptions().setHasText(Pattern.compile("^" + name + "$")));
    }

    Blackboard set(String name, String number) {
        input(name).fill(number);
        input(name).press("Enter");
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** From now on measures how long the page goes without a frame. */
    void watchFrames() {
        page.evaluate("""
                () => {
                  let last = performance.now();
                  window.longest = 0;
                  requestAnimationFrame(function frame(now) {
                    window.longest = Math.max(window.longest, now - last);
                    last = now;
                    requestAnimationFrame(frame);
                  });
                }""");
    }

    /** In milliseconds, since watchFrames. */
    double longestFrame() {
        return ((Number) page.evaluate("() => window.longest")).doubleValue();
    }
}
