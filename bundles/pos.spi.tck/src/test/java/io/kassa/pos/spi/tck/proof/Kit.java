package io.kassa.pos.spi.tck.proof;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs a contract against something broken, and says which of its tests failed. */
final class Kit {

    private static final String NUMBER = "kit.broken";

    private Kit() {}

    static Set<String> failures(Class<?> contract, int number) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .configurationParameter(NUMBER, Integer.toString(number))
                .execute()
                .testEvents()
                .failed()
                .map(Kit::testName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String testName(Event event) {
        return event.getTestDescriptor().getDisplayName().replace("()", "");
    }

    static Set<String> tests(Class<?> contract) {
        Set<String> names = new TreeSet<>();
        for (Class<?> each = contract; each != null; each = each.getSuperclass()) {
            for (Method method : each.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class)) {
                    names.add(method.getName());
                }
            }
        }
        return names;
    }

    /** Gives a contract's constructor the broken thing whose number the run was started with. */
    abstract static class Chosen<B> implements ParameterResolver {

        abstract List<Broken<B>> all();

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Supplier.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            int number =
                    Integer.parseInt(context.getConfigurationParameter(NUMBER).orElseThrow());
            return all().get(number).bench();
        }
    }
}
