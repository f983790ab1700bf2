package glassgrad.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a test's page is shown on; without it, a laptop in light colours. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Screen {
    int width() default 1440;

    int height() default 900;

    boolean dark() default false;

    /** A finger instead of a mouse. */
    boolean touch() default false;

    boolean reducedMotion() default false;
}
