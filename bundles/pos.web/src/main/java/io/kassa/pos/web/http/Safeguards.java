package io.kassa.pos.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/** What holds for every answer, page or API: who may call us by which name, and what a page may do in the browser. */
@Component(service = jakarta.servlet.Filter.class)
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
@HttpWhiteboardContextSelect(TillContext.SELECT)
public final class Safeguards extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** No inline script or style, nothing from elsewhere, no frame around us; the camera's pictures are data and blobs. */
    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
            + "worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final transient Authorities authorities;
    private final transient Problems problems = new Problems();
    private final transient Answers answers = new Answers();

    @Activate
    public Safeguards(BundleContext context) {
        this(Authorities.of(context));
    }

    public Safeguards(Authorities authorities) {
        this.authorities = authorities;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        headers(response);
        Optional<Refusal> why = refusal(request);
        if (why.isPresent()) {
            answers.write(response, problems.of(new Refused(why.get())));
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Refusal> refusal(HttpServletRequest request) {
        if (!request.isSecure() && !Remote.isThisMachine(request)) {
            return Optional.of(Refusal.NOT_ENCRYPTED);
        }
        String host = request.getHeader("Host");
        boolean known = host != null && authorities.accept(host, request.getLocalPort());
        return known ? Optional.empty() : Optional.of(Refusal.OTHER_HOST);
    }

    private static void headers(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=(), usb=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }
}
