package glassgrad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.regex.Pattern;

/** The page as a person meets it: things with roles and names. */
final class Playground {
    final Page page;

    private Playground(Page page) {
        this.page = page;
    }

    static Playground open(Page page, String url) {
        page.navigate(url);
        return at(page);
    }

    /** Waits until a page that is being opened is the playground. */
    static Playground at(Page page) {
        return new Playground(page).ready();
    }

    /** Waits until the page has drawn its moment. */
    Playground ready() {
        assertThat(button("Play")).isVisible();
        assertThat(page.locator("#readout")).containsText(Pattern.compile("[\\d?]|NaN|∞"));
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator region(String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The table of the parameters, which is made when it comes near to sight. */
    Locator weights() {
        Locator panel = region("Weights and biases");
        panel.evaluate("""
                async (panel) => {
                  while (!panel.querySelector('table')) {
                    panel.scrollIntoView();
                    await new Promise(requestAnimationFrame);
                  }
                }""");
        return panel;
    }

    Locator treeItem(String name) {
        return page.getByRole(AriaRole.TREEITEM, new Page.GetByRoleOptions().setName(name));
    }

    /** The film strip. */
    Locator film() {
        return page.getByRole(
                AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Step").setExact(true));
    }

    /** The large loss beside the film strip. */
    Locator loss() {
        return page.locator("#readout output");
    }

    /** Goes to a step by typing its number. */
    Playground goTo(int step) {
        Locator field =
                page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Step; type another to go there"));
        field.fill(String.valueOf(step));
        field.press("Enter");
        return at(step);
    }

    /** Waits until the page shows a step. */
    Playground at(int step) {
        assertThat(page.locator("#header-step")).hasText(String.format(Locale.ROOT, "%,d", step));
        return this;
    }

    int step() {
        return Integer.parseInt(page.locator("#header-step").innerText().replace(",", ""));
    }

    /** Selects a weight or bias by its row among the parameters. */
    Playground select(String parameter) {
        weights().getByRole(AriaRole.BUTTON, named(parameter)).click();
        return this;
    }

    /** Types a value for the selected weight or bias. */
    Playground set(String value) {
        Locator field = region("Why this number?").getByRole(AriaRole.SPINBUTTON);
        field.fill(value);
        field.press("Enter");
        return this;
    }

    /** The field that stands over a number while it is set there, by the number's name in words. */
    Locator fieldInPlace(String words) {
        return page.locator(".in-place").getByRole(AriaRole.SPINBUTTON, named("Value of " + words));
    }

    /** A number as the page writes it. */
    static String four(double number) {
        String text = String.format(Locale.ROOT, "%.4f", Math.abs(number));
        return number < 0 && !text.equals("0.0000") ? "−" + text : text;
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
