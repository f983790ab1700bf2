package glassgrad.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** A test that is made on SQLite and on PostgreSQL, each time with the {@link Place} or the address of an empty database. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(OnBoth.Engines.class)
public @interface OnBoth {
    /** Hands out the places. */
    final class Engines implements TestTemplateInvocationContextProvider {
        @Override
        public boolean supportsTestTemplate(ExtensionContext test) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext test) {
            return Stream.of("SQLite", "PostgreSQL").map(Engine::new);
        }
    }

    /** One of the two: hands out the place of its database, and its address as text. */
    final class Engine implements TestTemplateInvocationContext, ParameterResolver {
        private final String name;
        private @Nullable String address;

        Engine(String name) {
            this.name = name;
        }

        @Override
        public String getDisplayName(int invocation) {
            return name;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return List.of(Place.class, String.class)
                    .contains(parameter.getParameter().getType());
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            boolean postgres = name.equals("PostgreSQL");
            String there = address == null ? postgres ? Postgres.of(test).newDatabase() : folder() : address;
            address = there;
            if (parameter.getParameter().getType() == String.class) {
                return there;
            }
            return postgres ? Place.at(there) : Place.in(Path.of(there));
        }

        private static String folder() {
            try {
                return Files.createTempDirectory("glassgrad").toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
