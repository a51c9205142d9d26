package io.kassa.smartum.sandbox.osgi;

import io.kassa.smartum.sandbox.Options;
import io.kassa.smartum.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Runs a sandbox while its bundle is active. It registers nothing: a host knows it by its address only, as it would know the
 * provider. Framework or system properties: {@code smartum.sandbox.port} (8091), {@code smartum.sandbox.pages.port} (one
 * above) and {@code smartum.sandbox.data}, a folder.
 */
@Component(
        service = {},
        immediate = true)
public final class SandboxComponent {
    private final Sandbox sandbox;

    @Activate
    public SandboxComponent(BundleContext context) {
        int port = number(context, "smartum.sandbox.port", 8091);
        int pages = number(context, "smartum.sandbox.pages.port", port == 0 ? 0 : port + 1);
        Options options = Options.inMemory().withPorts(port, pages);
        this.sandbox = Sandbox.start(property(context, "smartum.sandbox.data")
                .map(Path::of)
                .map(options::withFolder)
                .orElse(options));
        System.getLogger(SandboxComponent.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "sandbox: API {0}, phone and panel {1}",
                        sandbox.root(),
                        sandbox.pages());
    }

    @Deactivate
    public void stop() {
        sandbox.close();
    }

    private static int number(BundleContext context, String name, int otherwise) {
        return property(context, name).map(Integer::parseInt).orElse(otherwise);
    }

    private static Optional<String> property(BundleContext context, String name) {
        return Optional.ofNullable(context.getProperty(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
