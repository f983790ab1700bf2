package glassgrad.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives a test what it names as parameters: the shared {@link Browser}, or a {@link BrowserContext}, {@link Page} and
 * {@link PageErrors} of its own. Afterwards it fails a test whose page complained, and photographs the page of one that
 * failed.
 */
public final class InBrowser implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(InBrowser.class);

    private static final List<Class<?>> GIVEN =
            List.of(Browser.class, BrowserContext.class, Page.class, PageErrors.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return GIVEN.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Browser.class) {
            return browser(test);
        }
        Visit visit = visit(test);
        if (type == BrowserContext.class) {
            return visit.context;
        }
        return type == Page.class ? visit.page : visit.errors;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Visit visit = test.getStore(NAMESPACE).get(Visit.class, Visit.class);
        if (visit == null) {
            return;
        }
        if (test.getExecutionException().isPresent()) {
            String name = test.getRequiredTestClass().getSimpleName() + "-"
                    + test.getRequiredTestMethod().getName();
            Screenshots.save(visit.page, "failed/" + name);
        }
        visit.errors.assertNone();
    }

    private static Browser browser(ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(SharedBrowser.class)
                .browser();
    }

    private static Visit visit(ExtensionContext test) {
        return test.getStore(NAMESPACE)
                .computeIfAbsent(Visit.class, key -> new Visit(browser(test), screen(test)), Visit.class);
    }

    private static Browser.NewContextOptions screen(ExtensionContext test) {
        Screen screen = AnnotationSupport.findAnnotation(test.getElement(), Screen.class)
                .or(() -> AnnotationSupport.findAnnotation(test.getRequiredTestClass(), Screen.class))
                .orElseGet(() -> AnnotationSupport.findAnnotation(Laptop.class, Screen.class)
                        .orElseThrow());
        return new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setColorScheme(screen.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(screen.reducedMotion() ? ReducedMotion.REDUCE : ReducedMotion.NO_PREFERENCE)
                .setHasTouch(screen.touch())
                .setIsMobile(screen.touch());
    }

    /** Carries the defaults of {@link Screen}. */
    @Screen
    private static final class Laptop {}

    /** What belongs to one test; the store closes it when the test is over. */
    private static final class Visit implements AutoCloseable {
        final BrowserContext context;
        final PageErrors errors;
        final Page page;

        Visit(Browser browser, Browser.NewContextOptions options) {
            context = browser.newContext(options);
            errors = PageErrors.of(context);
            page = context.newPage();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
